import { toExactCount } from '../../../src/model/values/count';
import { answerComments, commentSeries } from '../providers/comment-world';
import type { CommentWorld } from '../providers/comment-world';
import { commentOf, createFakeSeries, fakeEndpoint } from '../providers/fake-series';
import type { FakeAnswer } from '../providers/fake-series';
import { createFileWorld } from './file-world';
import { exporting } from './kind-cases';
import type { KindCase } from './kind-cases';

const WORLD: CommentWorld = { replies: [3, 0, 8, 1, 0, 0, 4, 0, 0, 2, 0], page: 3, embedded: 1 };

const order: KindCase['order'] = {
  kind: 'collect-comments',
  input: { noteId: 'n1' },
  noteId: 'n1',
  agreed: true,
};

/** The first vendor gives two pages and nothing of the list any more; the next one has pages of another size. */
function answerDying(url: URL): FakeAnswer {
  if (!url.pathname.startsWith('/tikhub')) return answerComments({ ...WORLD, page: 4 }, url);
  const isOver = url.pathname.endsWith('/comments') && url.searchParams.get('cursor') === '6';
  return isOver ? { fail: { kind: 'upstream-failed', billed: true } } : answerComments(WORLD, url);
}

/** One thread ends early: its list has lost its last three. */
function answerShort(url: URL): FakeAnswer {
  const isThread = url.searchParams.get('rootCommentId') === 'c2';
  return answerComments(isThread ? { ...WORLD, replies: [3, 0, 5] } : WORLD, url);
}

/** All there is on one page, said to be so; `count` of them. */
const answerWhole = (count: number) => (): FakeAnswer => ({
  payload: {
    noteId: 'n1',
    comments: Array.from({ length: count }, (_, index) => ({
      ...commentOf(`c${index}`),
      replyCount: toExactCount(0),
    })),
    threads: {},
    said: { comments: count, topLevel: count },
    dropped: 0,
  },
});

/** What does not go smoothly, by its name. Killed in the middle, it ends as it would have. */
export const ROUGH_CASES: Readonly<Record<string, KindCase>> = {
  'a vendor that fails in the middle': {
    order,
    series: [commentSeries('tikhub-app-v2'), commentSeries('justoneapi')],
    answer: answerDying,
    failures: 1,
    events: ['source-changed'],
  },
  'a thread that came short and is taken again': {
    order,
    answer: answerShort,
    events: ['partial', 'retried'],
    press: {
      isDue: ({ state }, events) => state === 'partial' && !events.includes('retried'),
      take: (engine, jobId) => engine.retry(jobId),
      answer: (url) => answerComments(WORLD, url),
    },
  },
  'a budget that is reached and raised': {
    order: { ...order, budget: { USD: 0.05 } },
    answer: (url) => answerComments(WORLD, url),
    events: ['budget-changed', 'resumed'],
    press: {
      isDue: ({ state, error }) => state === 'paused' && error?.code === 'budget-reached',
      take: async (engine, jobId) => {
        await engine.setBudget(jobId, { USD: 1 });
        await engine.resume(jobId);
      },
    },
  },
  'a pause that is ended with what is there': {
    order,
    // Threads come without a reply, and nobody gives more of them: the job asks for a key.
    series: [
      createFakeSeries('tikhub-app-v2', { 'note.comments': [fakeEndpoint('note.comments', '/list')] }),
    ],
    answer: (url) => answerComments({ ...WORLD, page: 20, embedded: 0 }, url),
    events: ['paused', 'concluded', 'partial'],
    endsAs: 'partial',
    press: {
      isDue: ({ state }) => state === 'paused',
      take: (engine, jobId) => engine.conclude(jobId),
    },
  },
  'a list without threads, one page after the other': {
    order,
    answer: (url) => answerComments({ ...WORLD, replies: [0, 0, 0, 0, 0, 0, 0], page: 2 }, url),
    atATime: 1,
  },
  'files in a browser whose background writes them itself': {
    ...exporting,
    files: () => createFileWorld({ outlives: false }),
  },
  'comments that are gone from the site': {
    before: { order, answer: answerWhole(9) },
    order,
    answer: answerWhole(6),
    gone: 3,
  },
};
