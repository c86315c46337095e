import { signal, type ReadonlySignal } from '@preact/signals';
import type { JobItem, JobLogEntry } from '../../../model/jobs/job-item';
import type { Ports } from '../../shell/ports';
import { LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

/** What needs a look first. */
export const ITEM_STATES = [
  'failed',
  'short',
  'open',
  'done',
  'skipped',
] as const satisfies readonly JobItem['state'][];

export interface JobParts {
  /** In the order of `ITEM_STATES`, and within a state in the order in which they are taken. */
  readonly items: readonly JobItem[];
  /** Newest first. */
  readonly log: readonly JobLogEntry[];
}

export interface ItemsStore {
  readonly parts: ReadonlySignal<Async<JobParts>>;
  refresh(): Promise<void>;
}

/** A job may have thousands of items, and moves on many times a second: so often they are read again at most, ms. */
const REST_MS = 1_000;

/** The items and the log of one job, read again when it has moved on. */
export function createItemsStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  jobId: string,
  until: AbortSignal,
): ItemsStore {
  const parts = signal<Async<JobParts>>(LOADING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = createRefresher(async (isStale) => {
    try {
      const [log, ...lists] = await Promise.all([
        ports.readers.listJobLog(jobId),
        ...ITEM_STATES.map((state) => ports.readers.listJobItems({ jobId, state })),
      ]);
      if (!isStale())
        parts.value = { state: 'ready', value: { items: lists.flat(), log: [...log].reverse() } };
    } catch (thrown) {
      if (!isStale()) parts.value = toFailed(thrown);
    }
  });
  ports.onEvent(
    'job.changed',
    (event) => {
      if (event.jobId !== jobId) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh();
      }, REST_MS);
    },
    until,
  );
  until.addEventListener('abort', () => clearTimeout(timer));
  void refresh();
  return { parts, refresh };
}
