import type { ActionEntry } from '../../model/actions/action-entry';
import type { Author, AuthorId } from '../../model/author';
import type { Comment, CommentList } from '../../model/comment';
import type { ExportMark } from '../../model/exports/export-mark';
import type { Note, NoteSnapshot } from '../../model/note';
import type { LedgerEntry } from '../../model/providers/ledger';
import type { StoredTopic } from '../../model/providers/topic-page';
import type { Job } from '../../model/jobs/job';
import type { JobItem, JobLogEntry } from '../../model/jobs/job-item';
import type { StoredListing, StoredNotification, ViewerNote } from '../../model/records';
import type { ReplyAttempt } from '../../model/replies/reply-attempt';
import type { ReplyPlan } from '../../model/replies/reply-plan';
import { countComments } from './count-comments';
import { findAuthor } from './find-author';
import { findCommentList } from './find-comment-list';
import { findCommentsByKey } from './library/scan-comments';
import type { Template } from '../../model/templates/template';
import { listActions, listActionsSince } from './actions/list-actions';
import { listNoteDeeds } from './actions/list-note-deeds';
import type { NoteDeeds } from './actions/list-note-deeds';
import { findNote } from './find-note';
import { countNotesByAuthor } from './lists/count-notes-by-author';
import type { JobItemListing } from './jobs/list-job-items';
import { listJobItems } from './jobs/list-job-items';
import { listJobLog } from './jobs/list-job-log';
import { listJobs } from './jobs/list-jobs';
import type { KeptNotes } from './lists/find-listing';
import { findListing } from './lists/find-listing';
import { findNotesByAuthor } from './lists/find-notes-by-author';
import { listAuthors } from './lists/list-authors';
import type { AuthorListing } from './lists/list-authors';
import { listNotifications } from './lists/list-notifications';
import { listTemplates } from './lists/list-templates';
import { listTopics } from './lists/list-topics';
import { countCommentPictures } from './notes/count-comment-pictures';
import { findExportMarks } from './notes/find-export-marks';
import { findSnapshots } from './notes/find-snapshots';
import { findViewerNote } from './notes/find-viewer-note';
import { listNewestComments } from './list-newest-comments';
import type { NoteListing } from './notes/list-notes';
import { listNotes } from './notes/list-notes';
import { findRun } from './providers/find-run';
import { findTopic } from './providers/find-topic';
import { listLedger } from './providers/list-ledger';
import type { LedgerListing } from './providers/list-ledger';
import type { LedgerSpan } from './providers/list-ledger';
import { sumLedger } from './providers/sum-ledger';
import type { LedgerGrouping, LedgerSum } from './providers/sum-ledger';
import { listReplyAttempts } from './replies/list-reply-attempts';
import { listReplyPlans } from './replies/list-reply-plans';
import { readStored } from './open-reader';

/** Everything a page of the extension reads by itself, bound to its one connection. Failures are `AppError`s. */
export interface Readers {
  findNote(noteId: string): Promise<Note | undefined>;
  listNotes(options: NoteListing): Promise<Note[]>;
  countComments(noteId: string): Promise<number>;
  countCommentPictures(noteId: string): Promise<number>;
  listNewestComments(noteId: string, limit: number): Promise<Comment[]>;
  findCommentList(noteId: string): Promise<CommentList | undefined>;
  findSnapshots(noteId: string): Promise<NoteSnapshot[]>;
  findExportMarks(noteIds: readonly string[], format: string): Promise<ExportMark[]>;
  findAuthor(id: AuthorId): Promise<Author | undefined>;
  listAuthors(options: AuthorListing): Promise<Author[]>;
  findViewerNote(viewerId: string, noteId: string): Promise<ViewerNote | undefined>;
  findListing(wanted: {
    readonly kind: StoredListing['kind'];
    readonly key?: string | undefined;
    readonly limit: number;
  }): Promise<KeptNotes | undefined>;
  findNotesByAuthor(id: AuthorId, limit: number): Promise<KeptNotes>;
  countNotesByAuthor(): Promise<ReadonlyMap<string, number>>;
  listNotifications(limit: number): Promise<StoredNotification[]>;
  /** The newest attempts first; those before the entry `before` when that is given. */
  listLedger(options: LedgerListing): Promise<LedgerEntry[]>;
  sumLedger(grouping: LedgerGrouping, span?: LedgerSpan): Promise<LedgerSum[]>;
  /** The attempts that served one question, in their order. */
  findRun(runId: string): Promise<LedgerEntry[]>;
  findTopic(topicId: string): Promise<StoredTopic | undefined>;
  listTopics(limit: number): Promise<StoredTopic[]>;
  /** Newest first; those of one note when that is given. */
  listJobs(options?: { readonly noteId?: string | undefined }): Promise<Job[]>;
  listJobItems(listing: JobItemListing): Promise<JobItem[]>;
  listJobLog(jobId: string): Promise<JobLogEntry[]>;
  /** What was done in the user's name, the newest first. */
  listActions(limit: number): Promise<ActionEntry[]>;
  /** What was ordered with one press on a note and its comments. */
  listNoteDeeds(noteId: string): Promise<NoteDeeds>;
  /** Comments by note and id, in that order; `undefined` where one is not stored (any more). */
  findCommentsByKey(
    keys: readonly (readonly [noteId: string, commentId: string])[],
  ): Promise<(Comment | undefined)[]>;
  /** What the user means to answer, to all comments. */
  listReplyPlans(): Promise<ReplyPlan[]>;
  /** How the last order to answer each comment stands. */
  listReplyAttempts(): Promise<ReplyAttempt[]>;
  /** What was begun since then, of every account. */
  listActionsSince(since: number): Promise<ActionEntry[]>;
  listTemplates(): Promise<Template[]>;
}

export function createReaders(): Readers {
  return {
    findNote: (noteId) => readStored((database) => findNote(database, noteId)),
    listNotes: (options) => readStored((database) => listNotes(database, options)),
    countComments: (noteId) => readStored((database) => countComments(database, noteId)),
    countCommentPictures: (noteId) => readStored((database) => countCommentPictures(database, noteId)),
    listNewestComments: (noteId, limit) =>
      readStored((database) => listNewestComments(database, noteId, limit)),
    findCommentList: (noteId) => readStored((database) => findCommentList(database, noteId)),
    findExportMarks: (noteIds, format) =>
      readStored((database) => findExportMarks(database, noteIds, format)),
    findSnapshots: (noteId) => readStored((database) => findSnapshots(database, noteId)),
    findAuthor: (id) => readStored((database) => findAuthor(database, id)),
    listAuthors: (options) => readStored((database) => listAuthors(database, options)),
    findViewerNote: (viewerId, noteId) =>
      readStored((database) => findViewerNote(database, viewerId, noteId)),
    findListing: (wanted) => readStored((database) => findListing(database, wanted)),
    findNotesByAuthor: (id, limit) => readStored((database) => findNotesByAuthor(database, id, limit)),
    countNotesByAuthor: () => readStored((database) => countNotesByAuthor(database)),
    listNotifications: (limit) => readStored((database) => listNotifications(database, limit)),
    listLedger: (options) => readStored((database) => listLedger(database, options)),
    sumLedger: (grouping, span) => readStored((database) => sumLedger(database, grouping, span)),
    findRun: (runId) => readStored((database) => findRun(database, runId)),
    findTopic: (topicId) => readStored((database) => findTopic(database, topicId)),
    listTopics: (limit) => readStored((database) => listTopics(database, limit)),
    listJobs: (options) => readStored((database) => listJobs(database, options)),
    listJobItems: (listing) => readStored((database) => listJobItems(database, listing)),
    listJobLog: (jobId) => readStored((database) => listJobLog(database, jobId)),
    listActions: (limit) => readStored((database) => listActions(database, limit)),
    listNoteDeeds: (noteId) => readStored((database) => listNoteDeeds(database, noteId)),
    findCommentsByKey: (keys) => readStored((database) => findCommentsByKey(database, keys)),
    listReplyPlans: () => readStored(listReplyPlans),
    listReplyAttempts: () => readStored(listReplyAttempts),
    listActionsSince: (since) => readStored((database) => listActionsSince(database, since)),
    listTemplates: () => readStored((database) => listTemplates(database)),
  };
}
