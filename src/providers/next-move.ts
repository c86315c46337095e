import type { ProviderErrorKind, ProviderFailure } from '../model/providers/provider-error';
import type { ProviderFamily } from '../model/providers/provider.catalog';

/** What follows from a failed call. */
export interface NextMove {
  /** Send the same once more, after so long; absent: not. */
  readonly retryAfterMs?: number;
  /** When it is not sent again: whom to ask next. `stop`: nobody. */
  readonly then: 'endpoint' | 'provider' | 'family' | 'stop';
  /** What is not asked again until the user says so. */
  readonly takesOut?: 'credential' | 'operation' | 'series';
  /** Who is left alone when it is not sent again, and for how long; without `ms`, once it has failed again and again. */
  readonly rests?: { readonly who: 'series' | 'family'; readonly ms?: number };
}

interface Rule extends Omit<NextMove, 'retryAfterMs' | 'rests'> {
  /** How often the same is sent again, if it was not charged for. */
  readonly retries?: number;
  /** The first pause; each further one is twice as long. */
  readonly pauseMs?: number;
  readonly rests?: 'series' | 'family';
  /** Rests at once for so long where the vendor does not say how long. */
  readonly restMs?: number;
}

const HOUR_MS = 3_600_000;

/** Who fails this way is asked no more than this often; see `findNextMove` for what is paid. */
const RULES: Readonly<Record<ProviderErrorKind, Rule>> = {
  auth: { then: 'family', takesOut: 'credential' },
  balance: { then: 'family', takesOut: 'credential' },
  forbidden: { then: 'provider' },
  'rate-limited': { then: 'family', retries: 2, pauseMs: 2_000, rests: 'family', restMs: 60_000 },
  // When a day begins for the vendor is not documented; asking again once an hour costs nothing.
  quota: { then: 'family', rests: 'family', restMs: HOUR_MS },
  'not-found': { then: 'family' },
  'bad-request': { then: 'provider' },
  deprecated: { then: 'endpoint', takesOut: 'operation' },
  'upstream-failed': { then: 'endpoint', retries: 2, pauseMs: 800, rests: 'series' },
  'invalid-response': { then: 'endpoint', rests: 'series' },
  network: { then: 'family', retries: 2, pauseMs: 1_000, rests: 'family' },
  timeout: { then: 'family', rests: 'series' },
  server: { then: 'provider', retries: 2, pauseMs: 1_500, rests: 'series' },
  unsupported: { then: 'endpoint' },
  cancelled: { then: 'stop' },
};

/** A longer wait than this is not waited for: the next one is asked meanwhile. */
export const LONGEST_WAIT_MS = 65_000;

/** Those who were told the same moment do not all come at once. */
const JITTER_MS = 250;

/** Parse.bot's documentation (2026): a failed upstream is not to be asked again unless the answer says after how long. */
const RETRIES_ONLY_WHEN_TOLD: ReadonlySet<ProviderFamily> = new Set<ProviderFamily>(['parsebot']);

/** The site itself says that the thing is gone, and the vendor hands that through: nobody knows better. */
export const isSaidBySite = ({ kind, reason }: Pick<ProviderFailure, 'kind' | 'reason'>): boolean =>
  kind === 'not-found' && reason !== undefined && /^site-?\d/.test(reason);

/**
 * The one table of what follows from a failure. `tries`: how often the same has been sent by now; `chance` (0 to 1)
 * spreads the pauses. What was charged for is never sent again, and the same family is not asked for it any more, whatever
 * the kind of failure; but where its other endpoint reads the link another way (`asksOtherDoor`), that one is asked.
 */
export function findNextMove(
  failure: ProviderFailure,
  family: ProviderFamily,
  attempt: { readonly tries: number; readonly chance: number },
): NextMove {
  const { retries = 0, pauseMs = 0, rests, restMs, then, takesOut } = RULES[failure.kind];
  if (failure.kind === 'forbidden' && failure.reason === 'enterprise')
    return { then: 'provider', takesOut: 'series' };
  if (isSaidBySite(failure)) return { then: 'stop' };
  const told = failure.retryAfterMs;
  const mayRetry =
    !failure.billed &&
    failure.noRetry !== true &&
    attempt.tries <= retries &&
    (told === undefined ? !RETRIES_ONLY_WHEN_TOLD.has(family) : told <= LONGEST_WAIT_MS);
  const pause = pauseMs * 2 ** (attempt.tries - 1) * (0.5 + attempt.chance);
  const ms = told ?? restMs;
  const isSettled = failure.billed && failure.asksOtherDoor !== true && then !== 'stop';
  return {
    then: isSettled ? 'family' : then,
    ...(mayRetry ? { retryAfterMs: told === undefined ? pause : told + JITTER_MS * attempt.chance } : {}),
    ...(takesOut ? { takesOut } : {}),
    ...(rests ? { rests: { who: rests, ...(ms === undefined ? {} : { ms }) } } : {}),
  };
}
