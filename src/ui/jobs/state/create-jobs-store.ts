import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ErrorCode } from '../../../model/errors';
import { isActive } from '../../../model/jobs/job';
import type { Job } from '../../../model/jobs/job';
import type { Ports } from '../../shell/ports';
import { LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { addSample, measurePace, type Pace, type PaceSample } from './measure-pace';

/** A job as it stands, and how fast it is as far as that was watched. */
export interface SeenJob {
  readonly job: Job;
  readonly pace: Pace | undefined;
  /** Why it cannot even be written now, so that it stands as it was. */
  readonly stuck?: ErrorCode | undefined;
}

export interface JobsStore {
  /** Newest first; `ready` with an empty list where there are none. */
  readonly jobs: ReadonlySignal<Async<readonly SeenJob[]>>;
  refresh(): Promise<void>;
}

/** A job moves on many times a second: so often it is read again at most, ms. */
const REST_MS = 200;

/**
 * Jobs from the database, read again whenever the background says that one has moved on: those of one note, or, where
 * `noteId` is left out, all of them.
 */
export function createJobsStore(
  ports: Pick<Ports, 'readers' | 'onEvent' | 'client'>,
  until: AbortSignal,
  noteId?: ReadonlySignal<string | undefined>,
): JobsStore {
  const jobs = signal<Async<readonly SeenJob[]>>(LOADING);
  const watched: Watched = { samples: new Map(), stuck: new Map() };
  let lastRead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = createRefresher(async (isStale) => {
    const id = noteId?.peek();
    lastRead = Date.now();
    try {
      const found = noteId && id === undefined ? [] : await ports.readers.listJobs({ noteId: id });
      if (!isStale()) jobs.value = { state: 'ready', value: found.map((job) => see(watched, job)) };
    } catch (thrown) {
      if (!isStale()) jobs.value = toFailed(thrown);
    }
  });
  const readSoon = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        void read();
      },
      // A clock that was set back meanwhile makes nobody wait longer than that.
      Math.min(REST_MS, Math.max(0, lastRead + REST_MS - Date.now())),
    );
  };
  ports.onEvent(
    'job.changed',
    (event) => {
      if (event.stuck === undefined) watched.stuck.delete(event.jobId);
      else watched.stuck.set(event.jobId, event.stuck);
      const id = noteId?.peek();
      if (!noteId || event.noteId === undefined || event.noteId === id) readSoon();
    },
    until,
  );
  ports.onEvent('stored.removed', readSoon, until);
  ports.client('job.list-stuck', {}).then(
    (list) => {
      for (const { jobId, code } of list) watched.stuck.set(jobId, code);
      if (list.length > 0) readSoon();
    },
    () => undefined, // It is told again as soon as one is tried.
  );
  const stop = effect(() => {
    void noteId?.value;
    jobs.value = LOADING;
    void read();
  });
  until.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  return { jobs, refresh: read };
}

/** What is known of jobs beside what the database says, by their ids. */
interface Watched {
  readonly samples: Map<string, readonly PaceSample[]>;
  readonly stuck: Map<string, ErrorCode>;
}

/** Keeps a sample of one that runs; what stands still has no pace. */
function see({ samples, stuck }: Watched, job: Job): SeenJob {
  const { jobId, updatedAt, state, progress } = job;
  const reason = isActive(job) ? stuck.get(jobId) : undefined;
  if (state !== 'running' || reason !== undefined) {
    samples.delete(jobId);
    return { job, pace: undefined, stuck: reason };
  }
  const own = addSample(samples.get(jobId) ?? [], { at: updatedAt, rows: progress.rows });
  samples.set(jobId, own);
  return { job, pace: measurePace(own, progress.expectedRows) };
}
