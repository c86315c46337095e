import { act } from 'preact/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import type { CommentList } from '../../../../src/model/comment';
import type { AppError } from '../../../../src/model/errors';
import type { Job } from '../../../../src/model/jobs/job';
import { createJobsStore } from '../../../../src/ui/jobs/state/create-jobs-store';
import { CollectBar } from '../../../../src/ui/sidepanel/comments/collect-bar';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { createFamily } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote } from '../support/samples';
import { createJob } from './job-samples';

let shown: Rendered | undefined;
const leaving = new AbortController();
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  closeCollectBar();
  vi.useRealTimers();
});

export const closeCollectBar = (): void => shown?.end();

export const ESTIMATE = {
  provider: 'tikhub-app-v2',
  calls: 114,
  cost: { USD: 1.14 },
  isCached: false,
  fitsBudget: true,
  isGuess: true,
};
export const COLLECTED: CommentList = {
  noteId: NOTE_ID,
  threads: {},
  updatedAt: 1,
  collected: {
    jobId: 'job-1',
    startedAt: 1,
    endedAt: Date.now(),
    state: 'complete',
    topLevel: 801,
    replies: 143,
    said: { comments: 944 },
    endedBy: 'end',
    failedThreads: [],
    duplicates: 0,
    sources: ['tikhub-app-v2'],
    restarts: 0,
    failedAttempts: 0,
    billedCalls: 114,
    cost: { USD: 1.14 },
    hasUnknownPrice: false,
  },
};

const STEERING = ['start', 'pause', 'resume', 'cancel', 'conclude', 'retry', 'set-budget', 'put-away'];

interface World {
  readonly jobs?: readonly Job[];
  readonly estimate?: object;
  readonly list?: CommentList;
  readonly captured?: number;
  readonly items?: Readonly<Record<string, number>>;
  /** Why the jobs cannot be read, as long as that is so. */
  readonly unread?: { error?: AppError };
}

/** The bar of a note over fakes, after its first estimate has come. */
export async function openCollectBar({
  jobs = [],
  estimate = ESTIMATE,
  list,
  captured = 11,
  items = {},
  unread = {},
}: World = {}) {
  const fake = createFakePorts({
    readers: {
      listJobs: async () => {
        if (unread.error) throw unread.error;
        return [...jobs];
      },
      listJobItems: async ({ state }) => Array.from({ length: items[state] ?? 0 }, () => ({}) as never),
    },
    answers: {
      'job.estimate': () => estimate,
      ...Object.fromEntries(STEERING.map((name) => [`job.${name}`, () => createJob()])),
      'provider.list': () => [createFamily('tikhub', { state: 'ready' })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
    },
    settings: AGREED,
  });
  const store = createJobsStore(fake.ports, leaving.signal);
  const page = await renderUi(
    <CollectBar note={createNote()} jobs={store} list={list} captured={captured} isOpen={false} />,
    fake.ports,
  );
  shown = page;
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_100);
  });
  await page.settle();
  const named = (name: string) => fake.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { ...fake, page, named };
}
