import { actionEntrySchema } from '../../model/actions/action-entry';
import { authorSchema, toAuthorKey } from '../../model/author';
import type { BackupStore } from '../../model/backup/backup-file';
import { commentListSchema, commentSchema, commentThreadSchema } from '../../model/comment';
import { exportMarkSchema } from '../../model/exports/export-mark';
import { jobItemSchema, jobLogEntrySchema } from '../../model/jobs/job-item';
import { jobSchema } from '../../model/jobs/job';
import { noteSchema, noteSnapshotSchema } from '../../model/note';
import { ledgerEntrySchema } from '../../model/providers/ledger';
import { storedTopicSchema } from '../../model/providers/topic-page';
import { storedListingSchema, storedNotificationSchema, viewerNoteSchema } from '../../model/records';
import { replyPlanSchema } from '../../model/replies/reply-plan';
import { templateSchema } from '../../model/templates/template';
import type { StoredSchema } from '../schema';

/** A record of a store, as this version knows it. */
export type RowOf<Store extends BackupStore> = StoredSchema[Store]['value'];

interface RowSchema<Row> {
  safeParse(value: unknown): { success: true; data: Row } | { success: false };
}

/** What a record from outside must look like to be stored; what else is in it is left out. */
const ROW_SCHEMAS = {
  notes: noteSchema,
  comments: commentSchema,
  commentLists: commentListSchema,
  commentThreads: commentThreadSchema,
  authors: authorSchema,
  snapshots: noteSnapshotSchema,
  viewerNotes: viewerNoteSchema,
  listings: storedListingSchema,
  notifications: storedNotificationSchema,
  topics: storedTopicSchema,
  ledger: ledgerEntrySchema,
  jobs: jobSchema,
  jobItems: jobItemSchema,
  jobLog: jobLogEntrySchema,
  exportMarks: exportMarkSchema,
  actions: actionEntrySchema,
  replyPlans: replyPlanSchema,
  templates: templateSchema,
} as const;

/** The record as it may be stored, or `undefined` when it is none of this store. */
export function parseRow<Store extends BackupStore>(store: Store, value: unknown): RowOf<Store> | undefined {
  const schema = ROW_SCHEMAS[store] as unknown as RowSchema<RowOf<Store>>;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The key of a record whose store does not find it in the record itself. */
export function findOuterKey(store: BackupStore, row: RowOf<BackupStore>): string | undefined {
  return store === 'authors' ? toAuthorKey((row as RowOf<'authors'>).id) : undefined;
}
