import type { CommentSighting } from '../../../src/model/comment';
import type { ProviderId } from '../../../src/model/providers/provider.catalog';
import { toExactCount } from '../../../src/model/values/count';
import { commentOf, createFakeSeries, fakeEndpoint } from './fake-series';
import type { FakeAnswer } from './fake-series';

/** A note's comments: replies by thread. */
export interface CommentWorld {
  /** Of each thread how many replies it has, in order. */
  readonly replies: readonly number[];
  readonly page: number;
  /** Replies that come with their root. */
  readonly embedded: number;
  /** The number in the name of the first thread; 0 unless said. A list that has grown at its head begins lower. */
  readonly first?: number;
}

export const commentSeries = (id: ProviderId) =>
  createFakeSeries(id, {
    'note.comments': [fakeEndpoint('note.comments', `/${id}/comments`)],
    'note.replies': [fakeEndpoint('note.replies', `/${id}/replies`)],
  });

const toRootId = ({ first = 0 }: CommentWorld, index: number) => `c${first + index}`;

const replyOf = (world: CommentWorld, root: number, index: number) =>
  commentOf(`${toRootId(world, root)}-r${index}`, toRootId(world, root));

/** Answers as a vendor does that pages honestly. */
export function answerComments(world: CommentWorld, url: URL): FakeAnswer {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  if (url.pathname.endsWith('/replies')) {
    const root = Number(url.searchParams.get('rootCommentId')?.slice(1)) - (world.first ?? 0);
    return { payload: replyPage(world, root, start) };
  }
  const roots = world.replies.map((_, index) => index).slice(start, start + world.page);
  const comments = roots.flatMap((root): CommentSighting[] => {
    const count = world.replies[root] ?? 0;
    const shown = Array.from({ length: Math.min(count, world.embedded) }, (_, index) =>
      replyOf(world, root, index),
    );
    return [{ ...commentOf(toRootId(world, root)), replyCount: toExactCount(count) }, ...shown];
  });
  const threads = Object.fromEntries(
    roots
      .filter((root) => (world.replies[root] ?? 0) > 0)
      .map((root) => {
        const hasMore = (world.replies[root] ?? 0) > world.embedded;
        return [
          toRootId(world, root),
          { hasMore, ...(world.embedded > 0 ? { cursor: String(world.embedded) } : {}) },
        ];
      }),
  );
  const end = start + world.page;
  const next = end < world.replies.length ? { nextCursor: String(end) } : {};
  const topLevel = world.replies.length;
  const said = { topLevel, comments: world.replies.reduce((sum, count) => sum + count, topLevel) };
  return { payload: { noteId: 'n1', comments, threads, said, dropped: 0, ...next } };
}

function replyPage(world: CommentWorld, root: number, start: number) {
  const count = world.replies[root] ?? 0;
  const end = Math.min(start + world.page, count);
  const comments = Array.from({ length: end - start }, (_, index) => replyOf(world, root, start + index));
  const next = end < count ? { nextCursor: String(end) } : {};
  return { noteId: 'n1', rootCommentId: toRootId(world, root), comments, threads: {}, dropped: 0, ...next };
}

/** How many calls paging makes necessary: counted from the world alone. */
export function countNeededCalls({ replies, page, embedded }: CommentWorld): number {
  const top = Math.max(1, Math.ceil(replies.length / page));
  return replies.reduce((sum, count) => sum + Math.ceil(Math.max(0, count - embedded) / page), top);
}
