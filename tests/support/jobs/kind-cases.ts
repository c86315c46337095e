import type { JobOrder } from '../../../src/jobs/engine/engine';
import type { JobKindName } from '../../../src/model/jobs/job-kind.catalog';
import { toExactCount } from '../../../src/model/values/count';
import type { Provider } from '../../../src/providers/provider';
import { answerComments } from '../providers/comment-world';
import type { CommentWorld } from '../providers/comment-world';
import { createFakeSeries, fakeEndpoint, noteOf } from '../providers/fake-series';
import type { FakeAnswer } from '../providers/fake-series';

/** What a kind of job is killed at: small, and with everything in it that the kind knows. */
export interface KindCase {
  readonly order: JobOrder;
  /** What stands in storage before: a job of another kind that has ended, and what it was answered. */
  readonly before?: { readonly order: JobOrder; readonly answer: (url: URL) => FakeAnswer };
  readonly answer: (url: URL) => FakeAnswer;
}

export const CASE_SERIES: readonly Provider[] = [
  createFakeSeries('tikhub-app-v2', {
    'note.detail': [fakeEndpoint('note.detail', '/detail')],
    'note.comments': [fakeEndpoint('note.comments', '/comments')],
    'note.replies': [fakeEndpoint('note.replies', '/replies')],
  }),
];

/** Threads that came whole, one that needs three further pages, and a list of four pages. */
const WORLD: CommentWorld = { replies: [3, 0, 8, 1, 0, 0, 4, 0, 0, 2, 0], page: 3, embedded: 1, first: 4 };
/** The same later: four threads more at its head, and one that was there has grown. */
const GROWN: CommentWorld = { ...WORLD, replies: [0, 5, 0, 1, 6, ...WORLD.replies.slice(1)], first: 0 };

function answerNote(world: CommentWorld, url: URL): FakeAnswer {
  if (!url.pathname.endsWith('/detail')) return answerComments(world, url);
  const comments = world.replies.reduce((sum, count) => sum + 1 + count, 0);
  return {
    payload: { note: { ...noteOf('n1', { title: 'a' }), counts: { comments: toExactCount(comments) } } },
  };
}

const collect: JobOrder = {
  kind: 'collect-comments',
  input: { noteId: 'n1' },
  noteId: 'n1',
  agreed: true,
};

/** By kind; one without an entry fails its test. */
export const KIND_CASES: Partial<Readonly<Record<JobKindName, KindCase>>> = {
  'collect-comments': { order: collect, answer: (url) => answerNote(WORLD, url) },
  'refresh-comments': {
    before: { order: collect, answer: (url) => answerNote(WORLD, url) },
    order: { kind: 'refresh-comments', input: { noteId: 'n1' }, noteId: 'n1', agreed: true },
    answer: (url) => answerNote(GROWN, url),
  },
};
