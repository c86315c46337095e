import { AppError, toAppError, toErrorReport } from '../../model/errors';
import type { ErrorReport } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import type { AnyJobKind, ItemOutcome, StepContext } from '../job-kind';
import type { EnginePorts } from '../ports';
import { findAfterFailure, toReason } from './after-failure';
import type { AfterFailure } from './after-failure';
import { changeJob, moveJob } from './change-job';
import { commitOutcome, commitStep } from './commit-step';
import type { CommittedStep } from './commit-step';
import { withSpent } from '../take-stock';

/** One item of a job whose turn it is. */
export interface Turn {
  readonly job: Job;
  readonly item: JobItem;
  readonly kind: AnyJobKind;
  readonly signal: AbortSignal;
}

/** Runs of steps that are under way in this life: what they cost, they tell themselves when they are stored. */
const underWay = new Set<string>();

/**
 * Takes one step and stores what came of it. Never throws for what the step met: that is in the job. Answers the turn that
 * follows where the item stands as before, one step further.
 */
export async function takeStep(ports: EnginePorts, turn: Turn): Promise<Turn | undefined> {
  const { item, kind } = turn;
  const context = toContext(ports, turn);
  const { runId } = context.terms;
  underWay.add(runId);
  try {
    const result = await kind.step(context);
    const news = await ports.store(
      async (stores) => ({ committed: await commitStep(stores, item, result, ports.now()) }),
      result.rows === undefined,
    );
    // What may not be stored now is asked again later, of the cache.
    if (!news) throw new AppError('paused');
    if (!news.committed) return undefined;
    ports.onNews(news.committed.news);
    return toFollowing(turn, news.committed);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'unexpected') ports.onAside(thrown);
    // Of a step that failed nobody tells but the ledger.
    underWay.delete(runId);
    await settleFailure(ports, turn, error, findWayOn(turn, context, error));
    return undefined;
  } finally {
    underWay.delete(runId);
  }
}

function toFollowing(turn: Turn, { job, item }: CommittedStep): Turn | undefined {
  if (job.state !== 'running' || item?.state !== 'open') return undefined;
  const isInPlace = item.notBefore === undefined && item.order === turn.item.order;
  return isInPlace ? { ...turn, job, item } : undefined;
}

/** The kind's own way on. Where it cannot even read what the job holds, there is none. */
function findWayOn(
  { kind, item }: Turn,
  context: StepContext<unknown, unknown>,
  error: AppError,
): ItemOutcome<unknown> | undefined {
  try {
    const isLast = findAfterFailure(error, item.attempt + 1, 0).then === 'fail';
    return kind.recover(context, error, { isLast });
  } catch (thrown) {
    // The same that the step met: it is what settles the failure.
    if (error.code === 'unexpected') return undefined;
    throw thrown;
  }
}

function toContext(ports: EnginePorts, { job, item, signal }: Turn): StepContext<unknown, unknown> {
  const { jobId, agreed, budget } = job;
  return {
    job,
    input: job.input,
    item,
    work: item.work,
    ask: ports.ask,
    reach: ports.reach,
    readers: ports.readers,
    terms: {
      runId: crypto.randomUUID(),
      jobId,
      agreed,
      signal,
      ...(budget === undefined ? {} : { jobBudget: budget }),
    },
    now: ports.now,
  };
}

async function settleFailure(
  ports: EnginePorts,
  { job, item }: Turn,
  error: AppError,
  recovery: ItemOutcome<unknown> | undefined,
): Promise<void> {
  const after = findAfterFailure(error, item.attempt + 1, ports.random());
  if (after.then === 'leave') return;
  const at = ports.now();
  const outcome = recovery ?? toOutcome(after, toReason(error, item), at);
  // Whoever is asked to raise a limit is to see all that was spent.
  const spent = outcome ? undefined : await ports.readers.sumSpent(job.jobId, underWay);
  const changed = await ports.change(async (stores) => {
    const [known, open] = await Promise.all([
      stores.jobs.find(job.jobId),
      stores.jobItems.find(item.jobId, item.itemId),
    ]);
    if (!known || open?.state !== 'open') return undefined;
    if (outcome) {
      const failedAttempts = error.details['attempts'];
      const gain = typeof failedAttempts === 'number' ? { failedAttempts } : {};
      const counted = { ...gain, ...outcome.gain };
      return (await commitOutcome(stores, { job: known, item: open, at }, outcome, counted)).job;
    }
    if (known.state === 'paused' || known.state === 'cancelled') return undefined;
    const report = toErrorReport(error);
    const make = (one: Job) => {
      const paused = moveJob(one, 'paused', at, { error: report });
      return spent ? withSpent(paused, spent) : paused;
    };
    return changeJob(stores, job.jobId, make, {
      at,
      event: 'paused',
      itemId: item.itemId,
      error: report,
    });
  });
  if (changed) ports.onNews({ job: changed });
}

/** `undefined`: the job pauses, and its item stays as it is. */
function toOutcome(after: AfterFailure, reason: ErrorReport, at: number): ItemOutcome<unknown> | undefined {
  if (after.then === 'again') return { state: 'open', notBefore: at + after.delayMs, error: reason };
  if (after.then === 'fail') return { state: 'failed', error: reason, event: 'item-failed' };
  return undefined;
}
