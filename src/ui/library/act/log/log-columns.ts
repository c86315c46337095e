import type { ActionEntry } from '../../../../model/actions/action-entry';
import { toNoteTitle } from '../../../format/to-note-title';
import { toNoteUrl } from '../../../format/to-note-url';
import { toIso } from '../../explore/rows/note-columns';
import type { ListColumn } from '../../lists/list-column';
import type { LogNote } from '../create-actions-store';
import { toLogOutcome } from './filter-actions';

/** An attempt with its note, where that is stored. */
export interface LogRow {
  readonly entry: ActionEntry;
  readonly note: LogNote | undefined;
  /** What the account is called. */
  readonly account: string | undefined;
}

/** Everything an attempt tells, flat: the columns of the log's files. */
export const LOG_COLUMNS = [
  { id: 'action_id', cell: ({ entry }) => entry.actionId },
  { id: 'at', cell: ({ entry }) => toIso(entry.at) },
  { id: 'ended_at', cell: ({ entry }) => toIso(entry.endedAt) },
  { id: 'account', cell: ({ entry }) => entry.viewerId },
  { id: 'account_name', cell: ({ account }) => account },
  { id: 'action', cell: ({ entry }) => entry.action },
  { id: 'mode', cell: ({ entry }) => entry.mode },
  { id: 'note_id', cell: ({ entry }) => (entry.noteId === '' ? undefined : entry.noteId) },
  { id: 'note_title', cell: ({ note }) => note && toNoteTitle(note) },
  { id: 'note_url', cell: ({ note }) => note && toNoteUrl(note) },
  { id: 'comment_id', cell: ({ entry }) => entry.commentId },
  { id: 'root_comment_id', cell: ({ entry }) => entry.rootCommentId },
  { id: 'content', cell: ({ entry }) => entry.content },
  { id: 'outcome', cell: ({ entry }) => toLogOutcome(entry) },
  { id: 'proof', cell: ({ entry: { outcome } }) => (outcome?.is === 'done' ? outcome.proof : undefined) },
  { id: 'reason', cell: ({ entry: { outcome } }) => (outcome?.is === 'refused' ? outcome.code : undefined) },
  {
    id: 'site_code',
    cell: ({ entry: { outcome } }) => (outcome?.is === 'refused' ? outcome.siteCode : undefined),
  },
  { id: 'sign', cell: ({ entry: { outcome } }) => (outcome?.is === 'refused' ? outcome.sign : undefined) },
  {
    id: 'new_comment_id',
    cell: ({ entry: { outcome } }) => (outcome?.is === 'done' ? outcome.commentId : undefined),
  },
  { id: 'job_id', cell: ({ entry }) => entry.jobId },
] as const satisfies readonly ListColumn<LogRow>[];
