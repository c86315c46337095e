import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import { AppError, toAppError, toErrorReport } from '../../model/errors';
import type { ExportState, FileRequest } from '../../model/export';
import { listNoteIds } from '../../model/export';
import type { ExportRecord } from './export-records';
import type { ExportsPorts, ExportSubject } from './exports-ports';
import type { RecordSteps } from './record-steps';

/** The first half of an export: from the request to a host that writes. */
export interface ExportWriting {
  /** `export-empty`: nothing at all is stored of the note. */
  begin(request: FileRequest, exportId?: string): Promise<ExportState>;
  /** Keeps one that could not begin, as failed. */
  refuse(request: FileRequest, thrown: unknown): Promise<ExportState>;
  /** Has it written once more, after its host was lost. */
  repeat(record: ExportRecord): Promise<void>;
}

/** A host that was lost twice over the same export would be lost a third time. */
const MOST_ATTEMPTS = 2;

export function createExportWriting(ports: ExportsPorts, steps: RecordSteps): ExportWriting {
  const write = async (record: ExportRecord) => {
    const { exportId, startedAt } = record.state;
    const { request, stoppedBy, since } = record;
    try {
      await ports.keepAlive(true);
      await ports.host.write({
        exportId,
        request,
        startedAt,
        stoppedBy,
        since,
        extensionVersion: ports.extensionVersion,
      });
    } catch (thrown) {
      await steps.fail(record, thrown);
    }
  };
  return {
    async begin(request, exportId) {
      const begun = exportId === undefined ? undefined : await ports.records.find(exportId);
      if (begun) return begun.state;
      if (request.format === 'media' && !(await ports.hasMediaAccess()))
        throw new AppError('media-access-withheld');
      if (request.format !== 'media') await ports.closeOpenCollections(listNoteIds(request));
      const record = await steps.store({
        ...createRecord(ports, request, { comments: await countComments(ports, request) }, exportId),
        ...(await findBeginning(ports, request)),
      });
      await write(record);
      return (await ports.records.find(record.state.exportId))?.state ?? record.state;
    },
    async refuse(request, thrown) {
      const record = createRecord(ports, request, { comments: 0 });
      const error = toErrorReport(toAppError(thrown));
      return (await steps.store({ ...record, state: { ...record.state, state: 'failed', error } })).state;
    },
    async repeat(record) {
      if (record.attempts >= MOST_ATTEMPTS) {
        const details = { reason: 'interrupted' };
        return steps.fail(record, new AppError('unexpected', { retryable: true, details }));
      }
      const again = { ...withoutKey(record, 'addresses'), attempts: record.attempts + 1 };
      return write(await steps.update(again, { state: 'writing', rows: 0 }));
    },
  };
}

/** A record of an export that begins now. */
function createRecord(
  ports: Pick<ExportsPorts, 'now' | 'createId'>,
  request: FileRequest,
  subject: Pick<ExportSubject, 'comments'>,
  exportId = ports.createId(),
): ExportRecord {
  const now = ports.now();
  return {
    state: {
      exportId,
      noteId: request.noteId,
      state: 'writing',
      rows: 0,
      ...toBeginning(request, subject),
      startedAt: now,
      updatedAt: now,
    },
    request,
    attempts: 1,
  };
}

/** How many files of media there are, the worker counts. */
const toBeginning = (request: FileRequest, { comments }: Pick<ExportSubject, 'comments'>) =>
  request.format === 'media'
    ? { expectedRows: 0, media: { bytes: 0, failed: 0, expired: 0, failures: [] } }
    : { expectedRows: comments };

/** Comments stored of the notes; refuses where nothing at all is known of any. */
async function countComments(ports: ExportsPorts, request: FileRequest): Promise<number> {
  const subjects = await Promise.all(listNoteIds(request).map((noteId) => ports.findSubject(noteId)));
  if (!subjects.some(({ isKnown, comments }) => isKnown || comments > 0)) throw new AppError('export-empty');
  return subjects.reduce((sum, { comments }) => sum + comments, 0);
}

/** What the file begins with: where the last one ended, and why reading the page did. */
async function findBeginning(
  ports: ExportsPorts,
  request: FileRequest,
): Promise<Pick<ExportRecord, 'since' | 'stoppedBy'>> {
  if (request.format === 'media') return {};
  const { stoppedBy } = await ports.findSubject(request.noteId);
  const since =
    request.onlyNew === true
      ? leavePast(await ports.marks.find(listNoteIds(request), request.format), ports.now())
      : undefined;
  return omitUndefined({ stoppedBy, since });
}

/** A mark that lies in the future since the clock was set back says nothing of what is new. */
const leavePast = (marks: Readonly<Record<string, number>>, now: number) =>
  Object.fromEntries(Object.entries(marks).filter(([, at]) => at <= now));
