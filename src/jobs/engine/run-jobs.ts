import type { AppError } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import type { AnyJobKind } from '../job-kind';
import type { EnginePorts } from '../ports';
import { createStuckJobs } from '../stuck-jobs';
import type { StuckJobs } from '../stuck-jobs';
import { chooseTurns, PLACES } from './choose-turns';
import type { Candidate } from './choose-turns';
import { finishJob } from './finish-job';
import { createFlights } from './flights';
import type { Flights } from './flights';
import { followClock } from './follow-clock';
import { letRun, letWait } from './let-run';
import { createSafetyAlarm, SAFETY_MS } from './safety-alarm';
import type { SafetyAlarm } from './safety-alarm';
import { takeStep } from './take-step';
import type { Turn } from './take-step';

/** Looked at so many of a job's open items: enough for every place, whoever is delayed. */
const LOOK_AHEAD = 3 * PLACES.calls;

export type JobKinds = Readonly<Record<JobKindName, AnyJobKind>>;

/** Everything that is due, until nothing is. */
export interface JobRun {
  /** Takes what is due; resolves when nothing is under way and nothing can be begun now. */
  run(): Promise<void>;
  /** Looks for further work although all places may be waiting: something has changed. */
  poke(): void;
  /** The job has stopped: a step that costs nothing and goes on for long stops, too; one that is paid for comes to its end. */
  stop(job: Pick<Job, 'jobId' | 'kind'>): void;
  /** Jobs that cannot even be written now, and why. */
  listStuck(): ReadonlyMap<string, AppError>;
  /** Resolves when what is under way of the job is over, and what it brought is stored. */
  over(jobId: string): Promise<void>;
  /** Ends what is under way, of one job or of all, and waits for it. */
  end(jobId?: string): Promise<void>;
  /** Begins nothing until the task is over, which may wait for what is under way. */
  whileStill<Value>(task: StillTask<Value>): Promise<Value>;
}

/**
 * Something that is done while no step begins. `over` resolves when what was under way is over, and what it brought is
 * stored; what is not by the time of the signal is stopped, and begins anew afterwards.
 */
export type StillTask<Value> = (over: (patience: AbortSignal) => Promise<void>) => Promise<Value>;

export function createJobRun(ports: EnginePorts, kinds: JobKinds): JobRun {
  const stuck = createStuckJobs(ports);
  const flights = createFlights(stuck.add);
  const safety = createSafetyAlarm(ports);
  let stillness = 0;
  const isStill = () => stillness > 0;
  const scene: Scene = { ports, kinds, flights, stuck, safety, isStill, hasOthers: false };
  const fill = async () => {
    await safety.renew();
    return beginDue(scene);
  };
  return {
    run: async () => {
      stuck.tryAgain();
      // First of all: should this life end in the next line, another one goes on.
      await safety.set();
      let due = await fill();
      // What ends while it is being looked around may be all that was waited for: one looks again.
      while (await flights.next()) due = await fill();
      await ports.wakeAt(stuck.list().size > 0 || isStill() ? ports.now() + SAFETY_MS : due);
    },
    poke: flights.poke,
    stop: ({ jobId, kind }) => {
      if (kinds[kind].stopsAtOnce) void flights.abort(jobId);
    },
    listStuck: stuck.list,
    over: flights.overOf,
    end: flights.abort,
    whileStill: async (task) => {
      stillness += 1;
      try {
        return await task(flights.over);
      } finally {
        stillness -= 1;
      }
    },
  };
}

interface Scene {
  readonly ports: EnginePorts;
  readonly kinds: JobKinds;
  readonly flights: Flights;
  readonly stuck: StuckJobs;
  readonly safety: SafetyAlarm;
  readonly isStill: () => boolean;
  /** Several jobs are active: whose turn it is is decided before every step. */
  hasOthers: boolean;
}

/** Begins what can be begun; answers when there is something to do again, of what must wait. */
async function beginDue(scene: Scene): Promise<number | undefined> {
  const { ports, kinds, flights, stuck } = scene;
  if (!(await ports.mayRun())) return undefined;
  const candidates: Candidate[] = [];
  const waits: number[] = [];
  const active = await ports.readers.listActive();
  scene.hasOthers = active.length > 1;
  for (const job of active) {
    if (stuck.list().has(job.jobId)) continue;
    try {
      const { candidate, due } = await lookAt(scene, job);
      if (candidate) candidates.push(candidate);
      if (due !== undefined) waits.push(due);
    } catch (thrown) {
      // It cannot be written, or not be read: the others go on.
      stuck.add(job.jobId, thrown);
    }
  }
  if (scene.isStill()) return undefined;
  for (const { job, item, places } of chooseTurns(candidates, flights.listTaken())) {
    const kind = kinds[job.kind];
    const taken = { places, priority: job.priority };
    const key = { jobId: item.jobId, itemId: item.itemId, isLong: kind.stopsAtOnce, taken };
    flights.begin(key, (signal) => takeTurns(scene, { job, item, kind, signal }));
  }
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/**
 * Step after step of one item, as long as it is in its place and no other job may want that: what a list is read for is
 * asked as soon as the page before is stored, and what else may be begun is looked for meanwhile.
 */
async function takeTurns(scene: Scene, first: Turn): Promise<void> {
  const { ports, flights, safety, stuck } = scene;
  const job = await letRun(ports, first.job, stuck.wasStuck(first.job.jobId));
  let turn = job && { ...first, job };
  while (turn) {
    turn = await takeStep(ports, turn);
    if (!turn || scene.hasOthers || scene.isStill() || first.signal.aborted) return;
    if (!(await ports.mayRun())) return;
    await safety.renew();
    if (hasPlace(flights, first.kind.places)) flights.poke();
  }
}

const hasPlace = (flights: Flights, kind: AnyJobKind['places']): boolean =>
  flights.listTaken().filter(({ places }) => places === kind).length < PLACES[kind];

/** What a job has to do now, or when it has. One that has nothing left is ended. */
async function lookAt(
  { ports, kinds, flights, isStill }: Scene,
  found: Job,
): Promise<{ readonly candidate?: Candidate; readonly due?: number }> {
  const job = await followClock(ports, found);
  const { jobId } = job;
  const now = ports.now();
  if (job.state === 'waiting' && job.notBefore !== undefined && job.notBefore > now) {
    return { due: job.notBefore };
  }
  const kind = kinds[job.kind];
  const underWay = flights.count(jobId);
  const open = await ports.readers.listOpenItems(jobId, kind.inOrder ? 1 : LOOK_AHEAD);
  const items = open.filter((item) => isDue(item, now) && !flights.has(item));
  const { sideBySide, places } = kind;
  if (items.length > 0) return { candidate: { job, items, underWay, sideBySide, places } };
  if (underWay > 0) return {};
  if (open.length > 0) return { due: await letWait(ports, job, open) };
  if (isStill()) return {};
  flights.begin({ jobId }, (signal) => finishJob(ports, { job, kind, signal }));
  return {};
}

const isDue = ({ notBefore }: JobItem, now: number): boolean => notBefore === undefined || notBefore <= now;
