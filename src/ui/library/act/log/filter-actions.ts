import type { ActionEntry } from '../../../../model/actions/action-entry';
import type { ActionName } from '../../../../model/actions/action.catalog';
import { toNoteTitle } from '../../../format/to-note-title';
import type { LogNote } from '../create-actions-store';

/** What an attempt came to; `open`: nobody knows yet. */
export const LOG_OUTCOMES = ['done', 'already', 'rehearsed', 'refused', 'uncertain', 'open'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];

/** What is looked for in the log; what is absent lets everything through. Epoch ms, both ends included. */
export interface LogFilter {
  readonly words: string;
  readonly action?: ActionName | undefined;
  readonly outcome?: LogOutcome | undefined;
  readonly account?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const NO_FILTER: LogFilter = { words: '' };

export const toLogOutcome = ({ outcome }: Pick<ActionEntry, 'outcome'>): LogOutcome => outcome?.is ?? 'open';

/** Entries that the filter lets through, in their order. All words must occur: in text, ids, account or the note's title. */
export function filterActions(
  entries: readonly ActionEntry[],
  { words, action, outcome, account, from = 0, to = Infinity }: LogFilter,
  notes: ReadonlyMap<string, LogNote>,
): readonly ActionEntry[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (entry.at < from || entry.at > to) return false;
    if (action !== undefined && entry.action !== action) return false;
    if (account !== undefined && entry.viewerId !== account) return false;
    if (outcome !== undefined && toLogOutcome(entry) !== outcome) return false;
    if (wanted.length === 0) return true;
    const note = notes.get(entry.noteId);
    const all = [entry.content, entry.noteId, entry.commentId, entry.viewerId, note && toNoteTitle(note)]
      .join('\n')
      .toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
