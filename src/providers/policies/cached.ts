import type { OperationName } from '../../model/providers/operation';
import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { ProviderId } from '../../model/providers/provider.catalog';
import type { Answer, Call, Question } from './call';
import { toCanonicalKey } from './canonical-key';
import type { GatewayPorts } from './ports';

const HOUR_MS = 3_600_000;
/** For so long TikHub gives an answer again for free (OpenAPI V5.3.2, 2026-03). */
export const VENDOR_KEEPS_MS = 24 * HOUR_MS;

/** An answer as it is kept. Without `value`: it was pushed out, and only where it can be read again is known. */
export interface KeptAnswer {
  readonly value?: Answer['value'] | undefined;
  readonly at: number;
  readonly provider: ProviderId;
  readonly endpoint: string;
  readonly cacheUrl?: string | undefined;
}

export interface KeptAnswers {
  find(key: string): Promise<KeptAnswer | undefined>;
  keep(key: string, answer: KeptAnswer): Promise<void>;
}

/** What an account says of itself is true for the moment only. */
const isKept = (operation: OperationName) => !operation.startsWith('account.');

/**
 * Answers from what was answered before, while it is young enough; else lets the vendor repeat it for free where that
 * is possible; else asks. An answer keeps the time at which it was true at the source, wherever it comes from. A caller
 * that names an age wants nothing older, and an answer of the vendor's cache is as old as it was. An answer is kept by
 * who reads it (`keep`), before the ledger says that it was given: what stands there as answered is never asked again.
 */
export function cached(
  ports: Pick<GatewayPorts, 'kept' | 'clock' | 'settings' | 'ledger' | 'onAside'>,
  recall: (question: Question, kept: KeptAnswer) => Promise<Answer | undefined>,
  next: Call,
): Call {
  const keep = (key: string, answer: Answer) => {
    const { value, at, provider, endpoint, cacheUrl } = answer;
    return ports.kept.keep(key, { value, at, provider, endpoint, cacheUrl }).catch(ports.onAside);
  };
  return async (question) => {
    const { operation, terms } = question;
    if (!isKept(operation) || terms.only !== undefined) return next(question);
    const key = toCanonicalKey(question);
    const kept = await ports.kept.find(key);
    const settings = await ports.settings();
    // A clock that was set back makes no answer young: what is kept from tomorrow is a day old.
    const age = kept ? Math.abs(ports.clock.now() - kept.at) : Infinity;
    if (kept?.value && age < (terms.maxAgeMs ?? settings.cacheHours * HOUR_MS)) {
      await noteOwn(ports, question, kept);
      return { ...kept, value: kept.value, cached: 'own' };
    }
    if (kept?.cacheUrl !== undefined && age < Math.min(terms.maxAgeMs ?? VENDOR_KEEPS_MS, VENDOR_KEEPS_MS)) {
      const again = await recall(question, kept);
      if (again) {
        await keep(key, again);
        return again;
      }
    }
    return next({ ...question, keep: (answer) => keep(key, answer) });
  };
}

/** Answered from here: no call, and still a line in the ledger, so that one can see what was spared. */
async function noteOwn(
  ports: Pick<GatewayPorts, 'ledger' | 'clock' | 'onAside'>,
  { operation, terms }: Question,
  kept: KeptAnswer,
): Promise<void> {
  const entry = {
    at: ports.clock.now(),
    runId: terms.runId,
    ...(terms.jobId === undefined ? {} : { jobId: terms.jobId }),
    family: PROVIDERS[kept.provider].family,
    provider: kept.provider,
    operation,
    endpoint: kept.endpoint,
    durationMs: 0,
    outcome: 'ok' as const,
    cached: 'own' as const,
    billed: false,
  };
  await ports.ledger.note(entry).catch(ports.onAside);
}
