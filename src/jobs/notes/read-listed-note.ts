import { omitUndefined } from '../../lib/omit-undefined';
import { NO_SECOND } from '../../model/enrich/no-second';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import { toDetailInput } from '../../model/enrich/to-detail-input';
import type { AppError } from '../../model/errors';
import { mergeNote } from '../../model/merge/merge-note';
import type { CommentWork } from '../comments/comment-work';
import type { ItemOutcome, StepContext, StepResult } from '../job-kind';
import { listCommentItems } from './listed-note';
import type { ListedNote } from './listed-note';

type Reading = Pick<StepContext<unknown, unknown>, 'ask' | 'terms' | 'reach'>;
type Work = ListedNote | CommentWork;

/**
 * One note of a list: one call where its details are wanted, and a second one of the next source where something is
 * missing still and the settings allow it. Then its comments, where they are wanted.
 */
export async function readListedNote(
  { ask, terms, reach }: Reading,
  work: ListedNote,
): Promise<StepResult<Work>> {
  const { noteId, told } = work;
  const known = await reach.findNote(noteId);
  const input = toDetailInput(noteId, known);
  const xsecToken = input.xsecToken ?? work.xsecToken;
  if (!work.details) return { settle: () => toNoteEnd(work, { label: known?.title, xsecToken }) };
  const { value, report, observation } = await ask(
    'note.detail',
    { ...input, ...omitUndefined({ xsecToken }) },
    { ...terms, without: told },
  );
  const note = mergeNote(known, value.note, observation);
  const asksNext = told.length === 0 && findNoteGaps(note).length > 0 && (await reach.fillsFromNext());
  const isNew = told.length === 0 && !work.isCounted;
  const gain = isNew ? {} : { gain: { rows: 0, duplicates: 0, sources: {} } };
  return {
    report,
    rows: { observation, notes: [value.note] },
    settle: () => {
      const { title: label } = note;
      if (!asksNext) return { ...toNoteEnd(work, { label, xsecToken }), ...gain };
      return { state: 'open', label, work: { ...work, told: [...told, report.provider] }, ...gain };
    },
  };
}

/** The second source could not be asked: what the first one told stands. */
export function goWithoutSecond(
  work: ListedNote,
  { code }: AppError,
  label: string | undefined,
): ItemOutcome<Work> | undefined {
  if (work.told.length === 0 || !NO_SECOND.has(code)) return undefined;
  return toNoteEnd(work, { label, xsecToken: work.xsecToken });
}

const toNoteEnd = (
  work: ListedNote,
  note: { readonly label: string | undefined; readonly xsecToken: string | undefined },
): ItemOutcome<Work> => ({
  state: 'done',
  next: listCommentItems(work, note),
  ...omitUndefined({ label: note.label }),
});
