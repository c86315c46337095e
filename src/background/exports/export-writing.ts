import { AppError, toAppError, toErrorReport } from '../../model/errors';
import type { ExportRequest, ExportState } from '../../model/export';
import type { ExportRecord } from './export-records';
import type { ExportsPorts, ExportSubject } from './exports-ports';
import type { RecordSteps } from './record-steps';

/** The first half of an export: from the request to a host that writes. */
export interface ExportWriting {
  /** `export-empty`: nothing at all is stored of the note. */
  begin(request: ExportRequest): Promise<ExportState>;
  /** Keeps one that could not begin, as failed. */
  refuse(request: ExportRequest, thrown: unknown): Promise<ExportState>;
  /** Has it written once more, after its host was lost. */
  repeat(record: ExportRecord): Promise<void>;
}

/** A host that was lost twice over the same export would be lost a third time. */
const MOST_ATTEMPTS = 2;

export function createExportWriting(ports: ExportsPorts, steps: RecordSteps): ExportWriting {
  const write = async (record: ExportRecord) => {
    const { exportId, startedAt } = record.state;
    const { request, stoppedBy } = record;
    try {
      await ports.keepAlive(true);
      await ports.host.write({
        exportId,
        request,
        startedAt,
        stoppedBy,
        extensionVersion: ports.extensionVersion,
      });
    } catch (thrown) {
      await steps.fail(record, thrown);
    }
  };
  const createRecord = (request: ExportRequest, subject: Pick<ExportSubject, 'comments'>): ExportRecord => {
    const now = ports.now();
    return {
      state: {
        exportId: ports.createId(),
        noteId: request.noteId,
        state: 'writing',
        rows: 0,
        expectedRows: subject.comments,
        startedAt: now,
        updatedAt: now,
      },
      request,
      attempts: 1,
    };
  };
  return {
    async begin(request) {
      const subject = await ports.findSubject(request.noteId);
      if (!subject.isKnown && subject.comments === 0) throw new AppError('export-empty');
      const record = await steps.store({
        ...createRecord(request, subject),
        ...(subject.stoppedBy === undefined ? {} : { stoppedBy: subject.stoppedBy }),
      });
      await write(record);
      return (await ports.records.find(record.state.exportId))?.state ?? record.state;
    },
    async refuse(request, thrown) {
      const record = createRecord(request, { comments: 0 });
      const error = toErrorReport(toAppError(thrown));
      return (await steps.store({ ...record, state: { ...record.state, state: 'failed', error } })).state;
    },
    async repeat(record) {
      if (record.attempts >= MOST_ATTEMPTS) {
        const details = { reason: 'interrupted' };
        return steps.fail(record, new AppError('unexpected', { retryable: true, details }));
      }
      return write(await steps.store({ ...record, attempts: record.attempts + 1 }));
    },
  };
}
