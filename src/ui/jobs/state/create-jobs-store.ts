import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Job } from '../../../model/jobs/job';
import type { Ports } from '../../shell/ports';
import { LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { addSample, measurePace, type Pace, type PaceSample } from './measure-pace';

/** A job as it stands, and how fast it is as far as that was watched. */
export interface SeenJob {
  readonly job: Job;
  readonly pace: Pace | undefined;
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
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  until: AbortSignal,
  noteId?: ReadonlySignal<string | undefined>,
): JobsStore {
  const jobs = signal<Async<readonly SeenJob[]>>(LOADING);
  const samples = new Map<string, readonly PaceSample[]>();
  let lastRead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = createRefresher(async (isStale) => {
    const id = noteId?.peek();
    lastRead = Date.now();
    try {
      const found = noteId && id === undefined ? [] : await ports.readers.listJobs({ noteId: id });
      if (!isStale()) jobs.value = { state: 'ready', value: found.map((job) => see(samples, job)) };
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
      Math.max(0, lastRead + REST_MS - Date.now()),
    );
  };
  ports.onEvent(
    'job.changed',
    (event) => {
      const id = noteId?.peek();
      if (!noteId || event.noteId === undefined || event.noteId === id) readSoon();
    },
    until,
  );
  ports.onEvent('stored.removed', readSoon, until);
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

/** Keeps a sample of one that runs; what stands still has no pace. */
function see(samples: Map<string, readonly PaceSample[]>, job: Job): SeenJob {
  const { jobId, updatedAt, state, progress } = job;
  if (state !== 'running') {
    samples.delete(jobId);
    return { job, pace: undefined };
  }
  const own = addSample(samples.get(jobId) ?? [], { at: updatedAt, rows: progress.rows });
  samples.set(jobId, own);
  return { job, pace: measurePace(own, progress.expectedRows) };
}
