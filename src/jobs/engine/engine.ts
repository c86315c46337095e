import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import { AppError } from '../../model/errors';
import { isActive, isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import { NO_PROGRESS } from '../../model/jobs/job-progress';
import type { Amounts } from '../../model/providers/price';
import type { AnyJobKind } from '../job-kind';
import type { EnginePorts, JobStores } from '../ports';
import { createAskedRun } from '../asked-run';
import { changeJob, moveJob, toItems } from './change-job';
import { concludeJob } from './finish-job';
import { createJobRun } from './run-jobs';
import type { JobKinds, StillTask } from './run-jobs';

export interface JobOrder<Name extends JobKindName = JobKindName> {
  readonly kind: Name;
  readonly input: JobInput<Name>;
  readonly title?: string | undefined;
  readonly noteId?: string | undefined;
  readonly budget?: Amounts | undefined;
  readonly agreed: boolean;
  readonly priority?: Job['priority'];
}

/** Durable work: started once, it goes on until it is over, through the death of worker and browser. */
export interface Engine {
  /** Writes the job down and answers it; it begins by itself. */
  start<Name extends JobKindName>(order: JobOrder<Name>): Promise<Job>;
  /** Stops; a call that is under way comes to its end, and what it brings is kept. `nothing-found` for a job that is not there, here and below. */
  pause(jobId: string): Promise<Job>;
  /** Goes on where it is, at once, also where it was cancelled. One that is over otherwise is left as it is. */
  resume(jobId: string): Promise<Job>;
  /** Goes on as with `resume`, on the terms of now: a budget that is not named stays as it was. */
  orderAgain(jobId: string, terms: Pick<JobOrder, 'agreed' | 'budget'>): Promise<Job>;
  /** Ends it; what it has brought stays. */
  cancel(jobId: string): Promise<Job>;
  /**
   * Ends a paused job with what it has brought: what is still open counts as failed, for the reason that it met, and the
   * job closes as one that is over by itself. Waits for calls that are under way, and keeps what they bring. One that is
   * not paused is left as it is.
   */
  conclude(jobId: string): Promise<Job>;
  /**
   * Takes what failed or came short again, or that one item of it: in a job that is over or paused, which goes on by that,
   * and in one under way.
   */
  retry(jobId: string, itemId?: string): Promise<Job>;
  /**
   * Leaves one part out that waits for its turn; with the last one the job is cancelled. `isUntouched`: by what it holds;
   * what was begun, or is over, stays as it is.
   */
  skip(jobId: string, itemId: string, isUntouched: (work: unknown) => boolean): Promise<Job>;
  /** Forgets the job, not what it has brought. One that still runs is ended first. */
  remove(jobId: string): Promise<void>;
  setBudget(jobId: string, budget: Amounts): Promise<Job>;
  /** Goes on with everything that is due; resolves when nothing is. Asked while it runs, it looks again. */
  wake(): Promise<void>;
  /** Jobs that cannot even be written now, and why: they stand as they were, and are tried again in a while. */
  listStuck(): ReadonlyMap<string, AppError>;
  /** Ends everything that is under way, and waits for it. */
  end(): Promise<void>;
  /** Lets no step begin while the task is done, then goes on. */
  whileStill<Value>(task: StillTask<Value>): Promise<Value>;
}

export function createEngine(ports: EnginePorts, kinds: JobKinds): Engine {
  const jobRun = createJobRun(ports, kinds);
  const asked = createAskedRun(async () => ports.lock(() => ports.keepAwake(() => jobRun.run())));
  const wake = (): Promise<void> => {
    jobRun.poke();
    return asked.ask();
  };
  const goOn = () => void wake().catch(ports.onAside);
  const move: Move = async (jobId, change) => {
    const [before, job] = await ports.change(async (stores) => {
      const found = await getJob(stores, jobId);
      return [found, await change(stores, found)] as const;
    });
    // What is so already is no news.
    if (job !== before) ports.onNews({ job, isEnd: isOver(job) && !isOver(before) });
    if (isActive(job)) goOn();
    else jobRun.stop(job);
    await leaveItems(ports, kinds[job.kind], job);
    return job;
  };
  return {
    start: async (order) => {
      const job = createJob(order, ports.now());
      const items = toItems(job.jobId, 0, kinds[order.kind].plan(order.input));
      const started = { ...job, progress: { ...NO_PROGRESS, itemsKnown: items.length } };
      await ports.change(async (stores) => {
        await stores.jobs.put(started);
        await stores.jobItems.add(items);
        await stores.jobLog.append(job.jobId, { at: job.createdAt, event: 'created' });
      });
      goOn();
      ports.onNews({ job: started });
      return started;
    },
    ...createMoves({ ports, kinds }, move),
    conclude: async (jobId) => {
      // A call that is under way is paid for, and what it brings belongs to the job.
      await jobRun.over(jobId);
      return move(jobId, (stores, job) => concludeJob(stores, job, ports.now()));
    },
    remove: async (jobId) => {
      const job = await ports.change((stores) => stores.jobs.find(jobId));
      if (job) await leaveItems(ports, kinds[job.kind], { jobId, state: 'cancelled' });
      await ports.change(async (stores) => {
        await stores.jobs.remove(jobId);
        await stores.jobItems.removeOfJob(jobId);
        await stores.jobLog.removeOfJob(jobId);
      });
      await jobRun.end(jobId);
    },
    wake,
    listStuck: jobRun.listStuck,
    whileStill: (task) => jobRun.whileStill(task).finally(goOn),
    end: () =>
      jobRun.whileStill(async () => {
        await jobRun.end();
        await asked.end();
      }),
  };
}

/** The open items of a job that does not go on let go of what they have set going outside. */
async function leaveItems(
  ports: EnginePorts,
  kind: AnyJobKind,
  job: Pick<Job, 'jobId' | 'state'>,
): Promise<void> {
  if (!kind.leave || isActive(job)) return;
  for (const { work } of await ports.readers.listItems(job.jobId, 'open')) {
    await kind.leave(work, { reach: ports.reach, isOver: isOver(job) }).catch(ports.onAside);
  }
}

/** Changes a job in one transaction, tells it and acts on it. A change that answers the job as it was, changes nothing. */
type Move = (jobId: string, change: (stores: JobStores, job: Job) => Promise<Job>) => Promise<Job>;

function createMoves(
  { ports, kinds }: { readonly ports: EnginePorts; readonly kinds: JobKinds },
  move: Move,
): Pick<Engine, 'pause' | 'resume' | 'orderAgain' | 'cancel' | 'retry' | 'skip' | 'setBudget'> {
  const { now } = ports;
  return {
    // Two windows may ask for the same: what is so already is left as it is.
    pause: (jobId) => move(jobId, (stores, job) => moveUnless(stores, job, 'paused', now())),
    cancel: (jobId) => move(jobId, (stores, job) => moveUnless(stores, job, 'cancelled', now())),
    resume: (jobId) => move(jobId, (stores, job) => resumeJob(stores, job, kinds[job.kind], now())),
    orderAgain: (jobId, terms) =>
      move(jobId, async (stores, job) => {
        if (isOver(job)) return job;
        const renewed = await changeTerms(stores, job, terms, now());
        return resumeJob(stores, renewed, kinds[job.kind], now());
      }),
    retry: (jobId, itemId) =>
      move(jobId, async (stores, job) => {
        const over = await stores.jobItems.list(jobId, ['failed', 'short']);
        const failed = over.filter((item) => itemId === undefined || item.itemId === itemId);
        if (isActive(job) && failed.length === 0) return job;
        const kind = kinds[job.kind];
        const at = now();
        for (const item of failed)
          await stores.jobItems.put({ ...toOpen(item), work: kind.again(item.work, item.state, at) });
        const { itemsDone, itemsFailed, ...progress } = job.progress;
        const counts = { itemsDone: itemsDone - failed.length, itemsFailed: itemsFailed - failed.length };
        const make = (one: Job): Job => ({
          ...(one.state === 'running' ? { ...one, updatedAt: at } : moveJob(one, 'queued', at)),
          progress: { ...progress, ...counts },
        });
        return changeJob(stores, jobId, make, { at, event: 'retried' });
      }),
    skip: (jobId, itemId, isUntouched) =>
      move(jobId, async (stores, job) => {
        const open = isOver(job) ? [] : await stores.jobItems.list(jobId, ['open']);
        const item = open.find((one) => one.itemId === itemId);
        if (!item || !isUntouched(item.work)) return job;
        if (open.length === 1) return moveUnless(stores, job, 'cancelled', now());
        await stores.jobItems.put({ ...item, state: 'skipped' });
        const { itemsDone, ...progress } = job.progress;
        const changed = { ...job, progress: { ...progress, itemsDone: itemsDone + 1 }, updatedAt: now() };
        await stores.jobs.put(changed);
        return changed;
      }),
    setBudget: (jobId, budget) =>
      move(jobId, (stores) =>
        changeJob(stores, jobId, (job) => ({ ...job, budget, updatedAt: now() }), {
          at: now(),
          event: 'budget-changed',
        }),
      ),
  };
}

async function moveUnless(stores: JobStores, job: Job, to: 'paused' | 'cancelled', at: number): Promise<Job> {
  if (!isActive(job) && (job.state !== 'paused' || to === 'paused')) return job;
  return changeJob(stores, job.jobId, (one) => moveJob(one, to, at), { at, event: to });
}

async function getJob(stores: JobStores, jobId: string): Promise<Job> {
  const job = await stores.jobs.find(jobId);
  if (!job) throw new AppError('nothing-found', { details: { reason: 'job' } });
  return job;
}

async function resumeJob(stores: JobStores, job: Job, { resumed }: AnyJobKind, at: number): Promise<Job> {
  // What the user has cancelled is taken up where it was; any other end is one.
  if (isOver(job) && job.state !== 'cancelled') return job;
  if (isActive(job) && job.state !== 'waiting') return job;
  await takeUp(stores, job, resumed);
  return changeJob(stores, job.jobId, (one) => moveJob(one, 'queued', at), { at, event: 'resumed' });
}

/** What the user has agreed to once, stays agreed. */
async function changeTerms(
  stores: JobStores,
  job: Job,
  { agreed, budget }: Pick<JobOrder, 'agreed' | 'budget'>,
  at: number,
): Promise<Job> {
  const renewed = { ...job, agreed: job.agreed || agreed, ...omitUndefined({ budget }) };
  if (JSON.stringify(renewed) === JSON.stringify(job)) return job;
  const line = { at, event: 'budget-changed' } as const;
  if (budget !== undefined) return changeJob(stores, job.jobId, () => ({ ...renewed, updatedAt: at }), line);
  await stores.jobs.put(renewed);
  return renewed;
}

/** Whoever says go on means now. */
async function takeUp(stores: JobStores, job: Job, resumed: AnyJobKind['resumed']): Promise<void> {
  for (const item of await stores.jobItems.list(job.jobId, ['open'])) {
    if (resumed) await stores.jobItems.put({ ...toOpen(item), work: resumed(item.work, isOver(job)) });
    else if (item.notBefore !== undefined) await stores.jobItems.put(toOpen(item));
  }
}

function toOpen(item: JobItem): JobItem {
  return { ...withoutKey(withoutKey(item, 'notBefore'), 'error'), state: 'open', attempt: 0 };
}

function createJob(
  { kind, input, title, noteId, budget, agreed, priority = 'user' }: JobOrder,
  at: number,
): Job {
  return {
    jobId: crypto.randomUUID(),
    kind,
    input,
    state: 'queued',
    progress: NO_PROGRESS,
    agreed,
    priority,
    createdAt: at,
    updatedAt: at,
    ...omitUndefined({ title, noteId, budget }),
  };
}
