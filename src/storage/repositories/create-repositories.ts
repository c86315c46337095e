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
import { createTemplates } from './templates/templates';
import type { Templates } from './templates/templates';
import { createTopics } from './providers/topics';
import type { Topics } from './providers/topics';
import { createReplyPlans } from './replies/reply-plans';
import type { ReplyPlans } from './replies/reply-plans';
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
  readonly replyPlans: ReplyPlans;
  readonly templates: Templates;
}

export function createRepositories(
  transaction: WriteTransaction,
  now: () => number = Date.now,
): Repositories {
  return openWhenNamed<Repositories>({
    notes: () => createNotes(transaction),
    comments: () => createComments(transaction, now),
    commentLists: () => createCommentLists(transaction),
    authors: () => createAuthors(transaction),
    snapshots: () => createSnapshots(transaction),
    viewerNotes: () => createViewerNotes(transaction),
    listings: () => createListings(transaction),
    notifications: () => createNotifications(transaction),
    ledger: () => createLedgerEntries(transaction),
    responses: () => createResponses(transaction),
    topics: () => createTopics(transaction),
    restored: () => createRestoredRows(transaction, now),
    exportMarks: () => createExportMarks(transaction),
    jobs: () => createJobs(transaction),
    jobItems: () => createJobItems(transaction),
    jobLog: () => createJobLog(transaction),
    actions: () => createActions(transaction),
    replyPlans: () => createReplyPlans(transaction),
    templates: () => createTemplates(transaction),
  });
}

function openWhenNamed<Stores extends object>(makers: {
  readonly [Name in keyof Stores]: () => Stores[Name];
}): Stores {
  const stores = {} as Stores;
  for (const name of Object.keys(makers) as (keyof Stores & string)[])
    Object.defineProperty(stores, name, { get: makers[name], enumerable: true });
  return stores;
}
