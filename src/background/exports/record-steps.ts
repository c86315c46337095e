import { AppError, toAppError, toErrorReport } from '../../model/errors';
import type { ExportState } from '../../model/export';
import type { ExportRecord } from './export-records';
import { isEnded } from './export-records';
import type { ExportsPorts } from './exports-ports';

/** What every change of an export comes down to. */
export interface RecordSteps {
  /** Saves the record and tells everybody. */
  store(record: ExportRecord): Promise<ExportRecord>;
  update(record: ExportRecord, patch: Partial<ExportState>): Promise<ExportRecord>;
  fail(record: ExportRecord, thrown: unknown): Promise<void>;
  /** Marks it as cancelled; whoever calls lets go of its files. */
  cancel(record: ExportRecord): Promise<ExportRecord>;
  finish(record: ExportRecord): Promise<void>;
}

export function createRecordSteps(ports: ExportsPorts): RecordSteps {
  const store = async (record: ExportRecord): Promise<ExportRecord> => {
    await ports.records.save(record);
    await ports.emit(record.state);
    return record;
  };
  const update = (record: ExportRecord, patch: Partial<ExportState>) =>
    store({ ...record, state: { ...record.state, ...patch, updatedAt: ports.now() } });
  /** Lets go of files and addresses, and of the background's life when nothing else is under way. */
  const leave = async (record: ExportRecord) => {
    await ports.host.drop(record.state.exportId);
    if ((await ports.records.list()).every(isEnded)) await ports.keepAlive(false);
  };
  const markFailed = (record: ExportRecord, thrown: unknown) =>
    update(record, { state: 'failed', error: toErrorReport(toAppError(thrown)) });
  return {
    store,
    update,
    async fail(record, thrown) {
      await markFailed(record, thrown);
      await leave(record);
    },
    cancel: (record) => markFailed(record, new AppError('cancelled')),
    async finish(record) {
      await update(record, { state: 'done' });
      await leave(record);
    },
  };
}
