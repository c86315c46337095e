import type { DBSchema } from 'idb';
import type { ActionEntry } from '../model/actions/action-entry';
import type { Author } from '../model/author';
import type { Comment, CommentThread, StoredCommentList } from '../model/comment';
import type { ExportMark } from '../model/exports/export-mark';
import type { Job } from '../model/jobs/job';
import type { JobItem, JobLogEntry } from '../model/jobs/job-item';
import type { Note, NoteSnapshot } from '../model/note';
import type { KeptResponse } from '../model/providers/kept/kept-response';
import type { LedgerEntry } from '../model/providers/ledger';
import type { StoredTopic } from '../model/providers/topic-page';
import type { StoredListing, StoredNotification, ViewerNote } from '../model/records';
import type { ReplyPlan } from '../model/replies/reply-plan';
import type { Template } from '../model/templates/template';

export const DATABASE_NAME = 'hongshu-companion';

/** The version this code reads and writes; `migrations.ts` has one step for every number up to it. */
export const DATABASE_VERSION = 8;

/**
 * The stores of the newest version, with their keys. Comments have no second index: a note's comments are one range
 * of keys, and each index makes writing dearer (measured, Chromium 156: 50,000 rows in 4.5 s without, 6.1 s with two).
 */
export interface StoredSchema extends DBSchema {
  notes: { key: string; value: Note; indexes: { lastSeenAt: number } };
  comments: { key: [noteId: string, commentId: string]; value: Comment };
  commentLists: { key: string; value: StoredCommentList };
  commentThreads: {
    key: [noteId: string, rootCommentId: string];
    value: CommentThread;
    indexes: { open: [noteId: string, open: number] };
  };
  authors: { key: string; value: Author; indexes: { lastSeenAt: number } };
  snapshots: { key: [noteId: string, at: number]; value: NoteSnapshot };
  viewerNotes: { key: [viewerId: string, noteId: string]; value: ViewerNote };
  listings: { key: [kind: string, key: string]; value: StoredListing };
  notifications: { key: string; value: StoredNotification };
  ledger: { key: string; value: LedgerEntry; indexes: { runId: string; at: number; jobId: string } };
  responses: { key: string; value: KeptResponse; indexes: { age: [at: number, bytes: number] } };
  topics: { key: string; value: StoredTopic; indexes: { lastSeenAt: number } };
  jobs: { key: string; value: Job; indexes: { state: string; createdAt: number } };
  jobItems: {
    key: [jobId: string, itemId: string];
    value: JobItem;
    indexes: {
      next: [jobId: string, state: string, order: number];
      person: [jobId: string, state: string, userId: string];
    };
  };
  jobLog: { key: [jobId: string, seq: number]; value: JobLogEntry };
  exportMarks: { key: [noteId: string, format: string]; value: ExportMark };
  actions: {
    key: string;
    value: ActionEntry;
    indexes: { at: number; account: [viewerId: string, at: number]; noteId: string };
  };
  replyPlans: { key: [noteId: string, commentId: string]; value: ReplyPlan };
  templates: { key: string; value: Template };
}

export const STORE_NAMES = [
  'notes',
  'comments',
  'commentLists',
  'commentThreads',
  'authors',
  'snapshots',
  'viewerNotes',
  'listings',
  'notifications',
  'ledger',
  'responses',
  'topics',
  'jobs',
  'jobItems',
  'jobLog',
  'exportMarks',
  'actions',
  'replyPlans',
  'templates',
] as const;

export type StoreName = (typeof STORE_NAMES)[number];
