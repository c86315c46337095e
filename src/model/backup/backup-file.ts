import * as z from 'zod/mini';

/** Of which product the file is; other files of JSON lines have other first lines. */
export const BACKUP_PRODUCT = 'hongshu-companion';
/** The form of the file itself, whatever its records look like; a newer one is not read. */
export const BACKUP_FORMAT = 1;

/** The stores that go into a backup. Not the kept answers of providers: they are a cache, and hold secret addresses. */
export const BACKUP_STORES = [
  'notes',
  'comments',
  'commentLists',
  'commentThreads',
  'authors',
  'snapshots',
  'viewerNotes',
  'listings',
  'notifications',
  'topics',
  'ledger',
  'jobs',
  'jobItems',
  'jobLog',
  'exportMarks',
  'actions',
  'replyPlans',
  'templates',
] as const;
export type BackupStore = (typeof BACKUP_STORES)[number];

/** Rows by store. */
export const storeCountsSchema = z.record(z.string(), z.number());
export type StoreCounts = z.infer<typeof storeCountsSchema>;

/** The first line. `stores`: rows that were there when it was begun. */
export const backupHeaderSchema = z.object({
  product: z.literal(BACKUP_PRODUCT),
  format: z.number(),
  databaseVersion: z.number(),
  extensionVersion: z.string(),
  createdAt: z.number(),
  stores: storeCountsSchema,
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/** A row: its store, the record, and its key where that is not in the record. */
export const backupRowSchema = z.union([
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
  z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]),
]);
export type BackupRow = z.infer<typeof backupRowSchema>;

/** The last line: how many rows there were, and the checksum (CRC-32) of every byte before it. */
export const backupTrailerSchema = z.object({
  end: z.literal(true),
  rows: z.number(),
  stores: storeCountsSchema,
  crc32: z.string(),
});
export type BackupTrailer = z.infer<typeof backupTrailerSchema>;

/** `merge`: what is stored stays, and is added to. `replace`: what is stored goes first. */
export const restoreModeSchema = z.enum(['merge', 'replace']);
export type RestoreMode = z.infer<typeof restoreModeSchema>;

/** Putting a checked backup among what is stored: how far it is. Kept on the disk, so that it goes on after any death. */
export const restoreStateSchema = z.object({
  mode: restoreModeSchema,
  /** `clear`: what was stored is about to go. `copy`: rows are put in. `stopped`: paused, to be gone on with. */
  state: z.enum(['clear', 'copy', 'stopped', 'done', 'failed']),
  /** Up to where rows were put in. */
  store: z.optional(z.string()),
  after: z.optional(z.union([z.string(), z.array(z.union([z.string(), z.number()]))])),
  done: z.number(),
  total: z.number(),
  /** Records that were not understood and left out. */
  skipped: z.number(),
  errorCode: z.optional(z.string()),
});
export type RestoreState = z.infer<typeof restoreStateSchema>;
