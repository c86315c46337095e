import * as z from 'zod/mini';
import { toCommentItemId } from '../comments/comment-work';
import type { NewItem } from '../job-kind';

/** Where the loading of a note's comments in its page stands. */
export const pageWorkSchema = z.object({
  type: z.literal('page'),
  noteId: z.string(),
  tabId: z.number(),
  /** The loading that is under way; absent: it is still to be begun. */
  loadId: z.optional(z.string()),
  /** Of that loading, as last heard. */
  steps: z.number(),
  expanded: z.number(),
  /** The most comments that the page has shown, of all loadings. */
  shown: z.number(),
  endedBy: z.optional(z.enum(['end', 'stalled'])),
});

/** A thread of which the page did not give all that was promised. */
export const shortThreadSchema = z.object({
  type: z.literal('thread'),
  rootCommentId: z.string(),
  expected: z.number(),
  got: z.number(),
  /** The page has loaded again since: it is counted anew. */
  isOutdated: z.boolean(),
});

export const loadWorkSchema = z.discriminatedUnion('type', [pageWorkSchema, shortThreadSchema]);

export type PageWork = z.infer<typeof pageWorkSchema>;
export type ShortThread = z.infer<typeof shortThreadSchema>;
export type LoadWork = z.infer<typeof loadWorkSchema>;

export const toPageWork = ({ noteId, tabId }: Pick<PageWork, 'noteId' | 'tabId'>): PageWork => ({
  type: 'page',
  noteId,
  tabId,
  steps: 0,
  expanded: 0,
  shown: 0,
});

/** The same, to be begun anew in whichever page shows the note then. */
export const toLoadWorkAgain = (work: LoadWork): LoadWork =>
  work.type === 'page' ? { ...toPageWork(work), shown: work.shown } : { ...work, isOutdated: true };

/** An item for each thread that is short, by which it is named. */
export const toShortThreads = (
  noteId: string,
  short: readonly Pick<ShortThread, 'rootCommentId' | 'expected' | 'got'>[],
): NewItem<LoadWork>[] =>
  short.map((thread) => ({
    itemId: toCommentItemId(noteId, thread.rootCommentId),
    noteId,
    work: { type: 'thread', ...thread, isOutdated: false },
  }));
