import type { JobReaders } from '../ports';
import type { ShortThread } from './page-work';

/** What is stored of a note's comments; those that are known to be gone count nowhere. */
export interface StoredCount {
  readonly topLevel: number;
  readonly replies: number;
  /** Threads of which less is stored than their root promises. */
  readonly short: readonly Pick<ShortThread, 'rootCommentId' | 'expected' | 'got'>[];
  /** Who told them last. */
  readonly sources: readonly string[];
}

export async function countStored(
  { readComments }: Pick<JobReaders, 'readComments'>,
  noteId: string,
): Promise<StoredCount> {
  const promised = new Map<string, number>();
  const got = new Map<string, number>();
  const sources = new Set<string>();
  let [topLevel, replies] = [0, 0];
  for await (const batch of readComments(noteId)) {
    for (const { commentId, rootCommentId, replyCount, goneAt, observed } of batch) {
      if (goneAt !== undefined) continue;
      sources.add(observed.source);
      if (rootCommentId === undefined) {
        topLevel += 1;
        if (replyCount) promised.set(commentId, replyCount.value);
      } else {
        replies += 1;
        got.set(rootCommentId, (got.get(rootCommentId) ?? 0) + 1);
      }
    }
  }
  const short = [...promised].flatMap(([rootCommentId, expected]) => {
    const count = got.get(rootCommentId) ?? 0;
    return count < expected ? [{ rootCommentId, expected, got: count }] : [];
  });
  return { topLevel, replies, short, sources: [...sources] };
}
