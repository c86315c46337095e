import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import { isActive } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import { addProgress } from '../../model/jobs/job-progress';
import type { ProgressGain } from '../../model/jobs/job-progress';
import type { RunReport } from '../../model/providers/run';
import type { ItemOutcome, StepResult } from '../job-kind';
import type { JobNews, JobStores, Rows, StoredRows } from '../ports';
import { isForgotten, withoutPastedLine } from '../notes/pass-over';
import { moveJob, toDelayedOrder, toItems } from './change-job';

/** What stands there after a step. */
export interface CommittedStep {
  readonly job: Job;
  /** Absent where another item has taken the place of this one. */
  readonly item: JobItem | undefined;
}

/** Of what is passed over nothing is counted but what it has cost. */
const NO_ROWS: ProgressGain = { rows: 0, duplicates: 0, sources: {} };
const NOTHING_STORED: StoredRows = { fresh: 0, added: 0, before: new Map() };

/**
 * Within one transaction: stores what a step has read, moves its item on, adds the items it found and counts it all.
 * `undefined` where the job or the item is not there to go on any more (removed, or somebody else was first): then
 * nothing is stored. A job that was paused or cancelled meanwhile keeps its state and gains the rows, which are paid for.
 */
export async function commitStep(
  stores: JobStores,
  key: Pick<JobItem, 'jobId' | 'itemId'>,
  result: StepResult<unknown>,
  at: number,
): Promise<(CommittedStep & { readonly news: JobNews }) | undefined> {
  const [job, item] = await Promise.all([
    stores.jobs.find(key.jobId),
    stores.jobItems.find(key.jobId, key.itemId),
  ]);
  if (!job || item?.state !== 'open') return undefined;
  const stored = result.rows ? await stores.saveRows(job.jobId, result.rows) : NOTHING_STORED;
  const outcome = result.settle(stored);
  if (outcome.closes) await stores.closeList(outcome.closes);
  const gain = addGains(toReportGain(result.report), toRowGain(result, stored), outcome.gain ?? {});
  const committed = await commitOutcome(stores, { job, item, at }, outcome, gain);
  return { ...committed, news: { job: committed.job, rows: result.rows, stored } };
}

/** The same for a step that read nothing: a failure that the kind or the engine knows a way on from. */
export async function commitOutcome(
  stores: JobStores,
  { job: found, item, at }: { readonly job: Job; readonly item: JobItem; readonly at: number },
  given: ItemOutcome<unknown>,
  gain: ProgressGain = given.gain ?? {},
): Promise<CommittedStep> {
  const outcome = found.state === 'cancelled' ? withoutSkip(given) : given;
  if (outcome.attempts) await stores.saveAttempt(outcome.attempts);
  const wanted = (outcome.next ?? []).filter((one) => !isForgotten(found, one));
  const next = toItems(found.jobId, found.progress.itemsKnown, wanted);
  const more = await stores.jobItems.add(next.filter(({ state }) => state === 'open'));
  const short = await stores.jobItems.add(next.filter(({ state }) => state === 'short'));
  const isPassedOver = isForgotten(found, outcome.becomes ?? { work: outcome.work });
  const job = isPassedOver ? withoutPastedLine(found, item.work) : found;
  const made = isPassedOver ? withoutKey(outcome, 'becomes') : outcome;
  const isReplaced = isPassedOver || outcome.becomes !== undefined;
  const replaced = isReplaced ? await replaceItem(stores, item, made, gain.rows ?? 0) : 1;
  const isOver = replaced > 0 && outcome.state !== 'open';
  const progress = addProgress(job.progress, {
    ...gain,
    ...(replaced > 0 ? {} : isPassedOver ? NO_ROWS : outcome.repeated),
    itemsKnown: more + short + replaced - 1,
    itemsDone: short + (isOver ? 1 : 0),
    itemsFailed: short + (isOver && (outcome.state === 'failed' || outcome.state === 'short') ? 1 : 0),
  });
  const nextItem = isReplaced ? undefined : toNextItem(item, outcome, gain.rows ?? 0);
  // Where the clock was set back, how far is seen by when the job was last written; see `follow-clock`.
  const updatedAt = Math.max(at, job.updatedAt);
  const changed: Job = { ...moveOn(job, outcome, at), progress, updatedAt };
  await Promise.all([stores.jobs.put(changed), ...(nextItem ? [stores.jobItems.put(nextItem)] : [])]);
  if (changed.state === 'paused' && job.state !== 'paused') {
    await stores.jobLog.append(job.jobId, {
      at,
      event: 'paused',
      ...omitUndefined({ error: changed.error }),
    });
  }
  if (outcome.event !== undefined) {
    const line = { at, event: outcome.event, itemId: item.itemId };
    await stores.jobLog.append(job.jobId, {
      ...line,
      ...omitUndefined({ label: outcome.label ?? item.label, error: outcome.error }),
    });
  }
  return { job: changed, item: nextItem };
}

/** What is skipped because its job was cancelled is there to do when that goes on. */
const withoutSkip = (outcome: ItemOutcome<unknown>): ItemOutcome<unknown> =>
  outcome.state === 'skipped' ? { ...withoutKey(outcome, 'error'), state: 'open' } : outcome;

/** One that was paused or cancelled meanwhile stays so. */
function moveOn(job: Job, { pause }: ItemOutcome<unknown>, at: number): Job {
  if (pause && isActive(job)) return moveJob(job, 'paused', at, pause);
  return job.state === 'queued' || job.state === 'waiting' ? moveJob(job, 'running', at) : job;
}

/** Puts what it becomes in the place of this item: 1, or 0 where that stands there already. */
async function replaceItem(
  stores: JobStores,
  { jobId, itemId, order }: JobItem,
  { becomes, state }: ItemOutcome<unknown>,
  rows: number,
): Promise<number> {
  await stores.jobItems.remove(jobId, itemId);
  const made = toItems(jobId, order, becomes ? [becomes] : []);
  return stores.jobItems.add(made.map((one) => ({ ...one, state, rows })));
}

function toNextItem(item: JobItem, outcome: ItemOutcome<unknown>, rows: number): JobItem {
  const rest = withoutKey(withoutKey(item, 'notBefore'), 'error');
  const isDelayed = outcome.notBefore !== undefined;
  // With a way on of its own the item begins anew, however often it had failed.
  const hasFailed = outcome.error !== undefined && outcome.work === undefined;
  const attempt = hasFailed ? item.attempt + 1 : 0;
  const next: JobItem = {
    ...rest,
    state: outcome.state,
    work: outcome.work ?? item.work,
    attempt,
    rows: item.rows + rows,
    ...omitUndefined({ label: outcome.label, notBefore: outcome.notBefore, error: outcome.error }),
  };
  if (outcome.behind !== undefined) return { ...next, order: outcome.behind + 0.5 };
  return isDelayed ? { ...next, order: toDelayedOrder(next) } : next;
}

function toReportGain(report: RunReport | undefined): ProgressGain {
  if (!report) return {};
  const { billedCalls, cost, hasUnknownPrice, failed } = report;
  return { billedCalls, cost, hasUnknownPrice, failedAttempts: failed.length };
}

function toRowGain({ rows }: StepResult<unknown>, { fresh }: StoredRows): ProgressGain {
  if (!rows) return {};
  const given = countRows(rows);
  return {
    rows: fresh,
    duplicates: Math.max(0, given - fresh),
    ...(fresh > 0 ? { sources: { [rows.observation.source]: fresh } } : {}),
  };
}

const countRows = ({ comments, notes = [], authors = [] }: Rows): number =>
  (comments?.comments.length ?? 0) + notes.length + authors.length;

/** Later ones win, name by name: a kind knows better what its rows are. */
const addGains = (...gains: readonly ProgressGain[]): ProgressGain =>
  gains.reduce((sum, gain) => ({ ...sum, ...gain }), {});
