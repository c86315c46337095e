import { AppError } from '../model/errors';
import type { OperationInput, OperationName } from '../model/providers/operation';
import type { OperationOutput } from '../model/providers/operation-output';
import { addPrice } from '../model/providers/price';
import type { Amounts } from '../model/providers/price';
import { ProviderError } from '../model/providers/provider-error';
import type { Estimate, RunReport } from '../model/providers/run';
import type { Observation } from '../model/values/observation';
import { findPrice } from './costs/find-price';
import { budgeted } from './policies/budgeted';
import { cached } from './policies/cached';
import { createTally } from './policies/call';
import type { Answer, Call, CallTerms, RunTally } from './policies/call';
import { toCanonicalKey } from './policies/canonical-key';
import { chooseTargets } from './targets/choose-targets';
import { deduped } from './policies/deduped';
import { AllFailedError, fallback } from './policies/fallback';
import { limited } from './policies/limited';
import type { GatewayPorts } from './policies/ports';
import { createRecall } from './policies/recall';
import { retried } from './policies/retried';
import { createSend } from './policies/send';

/** An answer, how it came about, and what to store it under. */
export interface Served<Name extends OperationName> {
  readonly value: OperationOutput<Name>;
  readonly report: RunReport;
  readonly observation: Observation;
}

export interface EstimateOptions {
  /** How many such calls; 1 unless said. */
  readonly calls?: number | undefined;
  readonly jobId?: string | undefined;
  /** As in the terms of the call. */
  readonly jobBudget?: Amounts | undefined;
}

/** The one way to providers. */
export interface Gateway {
  /**
   * Asks whoever can answer, in the order of the settings, and never pays twice for the same within the cache's time.
   * Fails with an `AppError`: `providers-failed` (details: `runId` of the attempts in the ledger, `kind` of the last
   * failure, `attempts`, `isFinal` where two families do not know the thing), `no-provider`, `vault-locked`,
   * `provider-access-withheld`, `price-unknown` (nobody has agreed), `budget-reached` (details: `scope`, `currency`,
   * `runId`), `cancelled`, `invalid-input` (a cursor of nobody's).
   */
  call<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    terms: CallTerms,
  ): Promise<Served<Name>>;
  /** What `calls` such questions would cost of whoever is asked first: who has room for one in the budget. Asks nobody. */
  estimate<Name extends OperationName>(
    operation: Name,
    input: OperationInput<Name>,
    options?: EstimateOptions,
  ): Promise<Estimate>;
}

/** The policies, one around the other. What each promises stands with it; why in this order, in the folder's README. */
export function createGateway(ports: GatewayPorts): Gateway {
  const aimed = budgeted(ports, retried(ports, limited(ports, createSend(ports))));
  const ask: Call = deduped(cached(ports, createRecall(ports), fallback(ports, aimed)));
  return {
    call: async (operation, input, terms) => {
      const tally = createTally();
      try {
        const answer = await ports.keepAwake(() => ask({ operation, input, terms, tally }));
        return toServed(answer, terms, tally) as never;
      } catch (thrown) {
        throw toCallError(thrown, terms, tally);
      }
    },
    estimate: (operation, input, options = {}) => estimate(ports, { operation, input }, options),
  };
}

function toServed(answer: Answer, terms: CallTerms, tally: RunTally): Served<OperationName> {
  const { value, at, provider, endpoint, cached: from } = answer;
  return {
    value,
    report: {
      runId: tally.runId ?? terms.runId,
      provider,
      endpoint,
      at,
      ...(from === undefined ? {} : { cached: from }),
      billedCalls: tally.billedCalls,
      cost: tally.cost,
      hasUnknownPrice: tally.hasUnknownPrice,
      failed: [...tally.failed],
    },
    observation: { source: provider, via: endpoint, at },
  };
}

/** Kinds that may be gone by themselves. */
const PASSING: ReadonlySet<string> = new Set([
  'rate-limited',
  'upstream-failed',
  'network',
  'timeout',
  'server',
]);

function toCallError(thrown: unknown, terms: CallTerms, tally: RunTally): unknown {
  const { runId = terms.runId } = tally;
  if (thrown instanceof AppError) {
    return new AppError(thrown.code, {
      retryable: thrown.retryable,
      details: { ...thrown.details, runId },
      cause: thrown.cause,
    });
  }
  if (thrown instanceof ProviderError && thrown.kind === 'cancelled') return new AppError('cancelled');
  if (!(thrown instanceof AllFailedError)) return thrown;
  const { kind } = thrown.failure;
  // Asked again by itself, it would be paid for again. Of what was not answered nobody knows whether it was.
  const isPaid = tally.failed.some((failure) => failure.billed && failure.reason !== 'unanswered');
  return new AppError('providers-failed', {
    retryable: PASSING.has(kind) && !isPaid,
    details: { runId, kind, attempts: tally.failed.length, isFinal: thrown.isFinal },
  });
}

async function estimate<Name extends OperationName>(
  ports: GatewayPorts,
  { operation, input }: { readonly operation: Name; readonly input: OperationInput<Name> },
  { calls = 1, jobId, jobBudget }: EstimateOptions,
): Promise<Estimate> {
  const question = { operation, input, terms: { runId: '', agreed: false } };
  const [settings, memory, kept, choice] = await Promise.all([
    ports.settings(),
    ports.memory.read(),
    ports.kept.find(toCanonicalKey(question)),
    chooseTargets(ports, question),
  ]);
  const isCached = kept?.value !== undefined && ports.clock.now() - kept.at < settings.cacheHours * 3_600_000;
  const known = { entered: settings.enteredPrices, told: memory.prices };
  const budgets = { daily: settings.dailyBudget, job: jobBudget ?? settings.jobBudget };
  let first: Estimate | undefined;
  for (const { provider, endpoint } of choice.targets) {
    const price = findPrice(endpoint.path, provider.family, known);
    const cost = price ? { cost: addPrice({}, price, calls) } : {};
    const fits = (times: number) => ports.ledger.fits({ price, jobId }, budgets, times);
    const found: Estimate = {
      provider: provider.id,
      calls,
      ...cost,
      isCached,
      fitsBudget: await fits(calls),
    };
    // As `fallback` asks: who has no room for one call is passed over, but not for one whose price nobody knows.
    if ((!first || price) && (await fits(1))) return found;
    first ??= found;
  }
  return first ?? { calls, isCached, fitsBudget: true, ...(choice.gap ? { gap: choice.gap } : {}) };
}
