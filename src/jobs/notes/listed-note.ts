import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { NO_PROGRESS } from '../../model/jobs/job-progress';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { toCommentItemId, toCommentWork } from '../comments/comment-work';
import type { CommentWork } from '../comments/comment-work';
import type { NewItem } from '../job-kind';

/** What is wanted of each note of a list. */
const wanted = { details: z.boolean(), comments: z.boolean(), onlyNew: z.optional(z.boolean()) };

/** One note of a list. */
export const listedNoteSchema = z.object({
  type: z.literal('listed-note'),
  noteId: z.string(),
  xsecToken: z.optional(z.string()),
  ...wanted,
  /** The pasted line that led to it, which the job's input names it by. */
  pasted: z.optional(z.string()),
  /** The list has brought it already, so it is counted. */
  isCounted: z.boolean(),
  /** Who has told what they know of it. */
  told: z.array(z.enum(PROVIDER_IDS)),
});

/** A line that was pasted, before it is known what it points at. `looksUp`: its link told nothing of the note by itself. */
export const pastedLinkSchema = z.object({
  type: z.literal('link'),
  text: z.string(),
  ...wanted,
  looksUp: z.optional(z.boolean()),
});

export type ListedNote = z.infer<typeof listedNoteSchema>;
export type PastedLink = z.infer<typeof pastedLinkSchema>;

/** The same note is one item, however often it is named. */
export function toListedItem(
  note: Omit<ListedNote, 'type' | 'told'> & Partial<Pick<ListedNote, 'told'>>,
  label?: string,
): NewItem<ListedNote> {
  const { noteId } = note;
  return { itemId: `${noteId}/note`, noteId, label, work: { type: 'listed-note', told: [], ...note } };
}

/** Its comments, where they are wanted; they count for themselves, since the job is about several notes. */
export function listCommentItems(
  { noteId, comments, onlyNew = false }: ListedNote,
  note: { readonly label?: string | undefined; readonly xsecToken?: string | undefined },
): NewItem<CommentWork>[] {
  if (!comments) return [];
  const { label, xsecToken } = note;
  const sort = onlyNew ? ('latest' as const) : undefined;
  const work = toCommentWork({ noteId, untilKnown: onlyNew, ...omitUndefined({ xsecToken, sort }) });
  return [{ itemId: toCommentItemId(noteId), noteId, label, work: { ...work, tally: NO_PROGRESS } }];
}
