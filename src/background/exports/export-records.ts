import * as z from 'zod/mini';
import { exportRequestSchema, exportStateSchema } from '../../model/export';
import { mediaRequestSchema } from '../../model/exports/media-request';
import { loadingStateSchema } from '../../model/page-state';
import { readAreaByPrefix, removeFromArea, writeArea } from '../../platform/storage-area';

const PREFIX = 'export:';
/** Enough to look back on; a browser session may be long. */
const KEPT = 20;

/** An export with what is needed to carry it on after the background was stopped. */
const exportRecordSchema = z.object({
  state: exportStateSchema,
  request: z.union([exportRequestSchema, mediaRequestSchema]),
  /** Note id → up to when it is in an earlier file, where only what is new was asked for. */
  since: z.optional(z.record(z.string(), z.number())),
  stoppedBy: loadingStateSchema.shape.stoppedBy,
  /** How often writing was begun. */
  attempts: z.number(),
  /** Where file and report lie once they are written: by these, downloads are found that nobody lived to write down. */
  addresses: z.optional(z.object({ file: z.string(), report: z.optional(z.string()) })),
  /** The browser's downloads, once they were begun; `null`: ended. */
  fileDownload: z.optional(z.nullable(z.number())),
  reportDownload: z.optional(z.nullable(z.number())),
});

export type ExportRecord = z.infer<typeof exportRecordSchema>;

/** The exports of this browser session, in session storage: they outlive the background, not the browser. */
export interface ExportRecords {
  find(exportId: string): Promise<ExportRecord | undefined>;
  /** Newest first. */
  list(): Promise<ExportRecord[]>;
  /** Writes one, and forgets the oldest that have ended when there are many; not one whose end a job still waits for. */
  save(record: ExportRecord): Promise<void>;
  remove(exportId: string): Promise<void>;
}

/** `listAwaited`: ids of exports whose end a job has not taken note of yet; without it the job would write the file again. */
export function createExportRecords(listAwaited: () => Promise<ReadonlySet<string>>): ExportRecords {
  const list = async () => {
    const stored = await readAreaByPrefix('session', PREFIX);
    return [...stored.values()]
      .flatMap((value) => {
        const parsed = exportRecordSchema.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      })
      .sort((a, b) => b.state.startedAt - a.state.startedAt);
  };
  return {
    list,
    find: async (exportId) => (await list()).find((record) => record.state.exportId === exportId),
    async save(record) {
      await writeArea('session', PREFIX + record.state.exportId, record);
      const ended = (await list()).filter(isEnded).slice(KEPT);
      if (ended.length === 0) return;
      // What cannot be learned now is looked at with the next one; until then nothing goes.
      const awaited = await listAwaited().catch(() => undefined);
      if (!awaited) return;
      const left = ended.map(({ state }) => state.exportId).filter((exportId) => !awaited.has(exportId));
      if (left.length > 0)
        await removeFromArea(
          'session',
          left.map((exportId) => PREFIX + exportId),
        );
    },
    remove: (exportId) => removeFromArea('session', PREFIX + exportId),
  };
}

/** Whether nothing happens to it any more. */
export function isEnded(record: ExportRecord): boolean {
  return record.state.state === 'done' || record.state.state === 'failed';
}
