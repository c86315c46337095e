import { createRestoredRows } from '../backup/restored-rows';
import type { RestoredRows } from '../backup/restored-rows';
import type { WriteTransaction } from '../database';
import { createActions } from './actions';
import type { Actions } from './actions';
import { createAuthors } from './authors';
import type { Authors } from './authors';
import { createCommentLists } from './comment-lists';
import type { CommentLists } from './comment-lists';
import { createComments } from './comments';
import type { Comments } from './comments';
import { createExportMarks } from './exports/export-marks';
import type { ExportMarks } from './exports/export-marks';
import { createJobItems } from './jobs/job-items';
import type { JobItems } from './jobs/job-items';
import { createJobLog } from './jobs/job-log';
import type { JobLog } from './jobs/job-log';
import { createJobs } from './jobs/jobs';
import type { Jobs } from './jobs/jobs';
import { createListings } from './listings';
import type { Listings } from './listings';
import { createNotes } from './notes';
import type { Notes } from './notes';
import { createNotifications } from './notifications';
import type { Notifications } from './notifications';
import { createSnapshots } from './snapshots';
import type { Snapshots } from './snapshots';
import { createLedgerEntries } from './providers/ledger-entries';
import type { LedgerEntries } from './providers/ledger-entries';
import { createResponses } from './providers/responses';
import type { Responses } from './providers/responses';
import { createTopics } from './providers/topics';
import type { Topics } from './providers/topics';
import { createViewerNotes } from './viewer-notes';
import type { ViewerNotes } from './viewer-notes';

/**
 * All stores, within one transaction: what is done through them is stored together, or not at all. Each is opened when it is
 * named, so that a transaction may be over those alone that it needs.
 */
export interface Repositories {
  readonly notes: Notes;
  readonly comments: Comments;
  readonly commentLists: CommentLists;
  readonly authors: Authors;
  readonly snapshots: Snapshots;
  readonly viewerNotes: ViewerNotes;
  readonly listings: Listings;
  readonly notifications: Notifications;
  readonly ledger: LedgerEntries;
  readonly responses: Responses;
  readonly topics: Topics;
  readonly restored: RestoredRows;
  readonly exportMarks: ExportMarks;
  readonly jobs: Jobs;
  readonly jobItems: JobItems;
  readonly jobLog: JobLog;
  readonly actions: Actions;
}

export function createRepositories(
  transaction: WriteTransaction,
  now: () => number = Date.now,
): Repositories {
  return {
    get notes() {
      return createNotes(transaction);
    },
    get comments() {
      return createComments(transaction, now);
    },
    get commentLists() {
      return createCommentLists(transaction);
    },
    get authors() {
      return createAuthors(transaction);
    },
    get snapshots() {
      return createSnapshots(transaction);
    },
    get viewerNotes() {
      return createViewerNotes(transaction);
    },
    get listings() {
      return createListings(transaction);
    },
    get notifications() {
      return createNotifications(transaction);
    },
    get ledger() {
      return createLedgerEntries(transaction);
    },
    get responses() {
      return createResponses(transaction);
    },
    get topics() {
      return createTopics(transaction);
    },
    get restored() {
      return createRestoredRows(transaction, now);
    },
    get exportMarks() {
      return createExportMarks(transaction);
    },
    get jobs() {
      return createJobs(transaction);
    },
    get jobItems() {
      return createJobItems(transaction);
    },
    get jobLog() {
      return createJobLog(transaction);
    },
    get actions() {
      return createActions(transaction);
    },
  };
}
