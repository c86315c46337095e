import type { Anonymiser } from '../../export/anonymise/create-anonymiser';
import { createAnonymiser } from '../../export/anonymise/create-anonymiser';
import { chooseColumns } from '../../export/choose-columns';
import type { ExportColumn } from '../../export/columns.catalog';
import { EXPORT_COLUMNS } from '../../export/columns.catalog';
import { createFileName } from '../../export/file-name';
import type { ExportFormat } from '../../export/format';
import { toHeaders } from '../../export/headers';
import { EXPORT_FORMATS } from '../../export/registry';
import type { NoteCoverage } from '../../export/report/create-report';
import { createReport, toReportText } from '../../export/report/create-report';
import type { LocalTimeFormat } from '../../lib/local-time';
import { createLocalTimeFormat } from '../../lib/local-time';
import type { Comment, CommentList } from '../../model/comment';
import type { ExportReport } from '../../model/exports/export-report';
import { listNoteIds } from '../../model/export';
import type { Note } from '../../model/note';
import type { ExportFilePart, SyncFile } from './export-files';
import type { ExportJob, WrittenExport } from './job';
import type { RowTally } from './read-note-rows';
import { createRowWriter } from './row-writer';
import type { TextFile } from './text-file';
import { createTextFile } from './text-file';
import { writeNote } from './write-note';

/** What an export reads from the database. */
export interface ExportReader {
  findNote(noteId: string): Promise<Note | undefined>;
  findCommentList(noteId: string): Promise<CommentList | undefined>;
  listRedIds(): Promise<ReadonlyMap<string, string>>;
  readComments(noteId: string): AsyncIterable<readonly Comment[]>;
}

export interface ExportPorts {
  readonly reader: ExportReader;
  openFile(part: ExportFilePart): Promise<SyncFile>;
  /** Rows read so far; called once for each batch. */
  onProgress(rows: number): void;
}

/** Everything that stays the same while one file is written. */
export interface FileSetting {
  readonly job: ExportJob;
  readonly ports: ExportPorts;
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly extraColumns: readonly ExportColumn[];
  readonly localTime: LocalTimeFormat;
  readonly redIds: ReadonlyMap<string, string>;
  readonly anonymiser: Anonymiser | undefined;
}

/** Short threads that are told to windows; the report on the disk has them all. */
const TOLD_THREADS = 50;

/**
 * Writes one export: the file and its report. Every comment is read once, made a row at once and put aside in a file as
 * it comes, with a few numbers about its place kept in memory; then the rows are taken in their order. So memory holds
 * two batches, what the format holds, and about 30 bytes for each row, however large the rows are, and the database is
 * read only once, which is what takes the time. Rows that appear while it runs, and those the site no longer has, are
 * left out. An export that was interrupted starts over: it takes seconds, and half a file of yesterday's order is of no
 * use.
 */
export async function writeExport(job: ExportJob, ports: ExportPorts): Promise<WrittenExport> {
  const noteIds = listNoteIds(job.request);
  const stored = await Promise.all(noteIds.map((noteId) => ports.reader.findNote(noteId)));
  const setting = await createSetting(job, ports, stored);
  const shown = stored.map((note) => note && (setting.anonymiser?.note(note) ?? note));
  const { notes, tally, report, bytes, name } = await writeFile(setting, { noteIds, stored, shown });
  const whole = { ...report, file: { ...report.file, bytes } };
  await withFile(ports, 'report', (file) => Promise.resolve(void file.append(toReportText(whole))));
  const shortThreads = whole.comments.shortThreads.slice(0, TOLD_THREADS);
  return {
    rows: tally.rows,
    bytes,
    mimeType: setting.format.mimeType,
    fileName: whole.file.name,
    reportName: `${name}.report.json`,
    report: {
      ...whole,
      comments: { ...whole.comments, shortThreads },
      notes: notes.length > 1 ? [] : whole.notes,
    },
  };
}

interface FileNotes {
  readonly noteIds: readonly string[];
  readonly stored: readonly (Note | undefined)[];
  /** As they may be shown in the file. */
  readonly shown: readonly (Note | undefined)[];
}

async function createSetting(
  job: ExportJob,
  ports: ExportPorts,
  notes: readonly (Note | undefined)[],
): Promise<FileSetting> {
  const { request } = job;
  const format = EXPORT_FORMATS[request.format];
  const columns = chooseColumns(request);
  const missing = (format.needs ?? []).filter((id) => !columns.some((column) => column.id === id));
  const names = notes.flatMap((note) => note?.author?.nickname ?? []);
  return {
    job,
    ports,
    format,
    columns,
    extraColumns: EXPORT_COLUMNS.filter(({ id }) => missing.includes(id)),
    localTime: createLocalTimeFormat(request.timeZone),
    redIds: await ports.reader.listRedIds(),
    anonymiser:
      request.anonymised === true
        ? createAnonymiser(crypto.getRandomValues(new Uint8Array(32)), names)
        : undefined,
  };
}

interface WrittenFile {
  readonly notes: readonly NoteCoverage[];
  readonly tally: RowTally;
  readonly report: ExportReport;
  readonly bytes: number;
  /** Without an ending. */
  readonly name: string;
}

async function writeFile(setting: FileSetting, notes: FileNotes): Promise<WrittenFile> {
  const { job, ports, format, columns, extraColumns, localTime } = setting;
  const { request, startedAt } = job;
  const tally: RowTally = { rows: 0, leftOutByFilter: 0, leftOutAsOld: 0 };
  const covered: NoteCoverage[] = [];
  let report: ExportReport | undefined;
  let name = '';
  const bytes = await withFile(ports, 'file', async (file) => {
    const headers = toHeaders(columns, request.preset, request.language);
    const known = notes.shown.filter((note) => note !== undefined);
    const { preset, language } = request;
    const writer = createRowWriter(
      format,
      { columns, extraColumns, headers, preset, language, localTime, notes: known, startedAt },
      file,
    );
    writer.start();
    for (const [index, noteId] of notes.noteIds.entries()) {
      const subject = { noteId, stored: notes.stored[index], shown: notes.shown[index] };
      const one = await writeNote(setting, subject, {
        writer,
        readBefore: covered.reduce((sum, { coverage }) => sum + coverage.rows, 0),
      });
      tally.rows += one.tally.rows;
      tally.leftOutByFilter += one.tally.leftOutByFilter;
      tally.leftOutAsOld += one.tally.leftOutAsOld;
      covered.push({ noteId, note: notes.shown[index], ...one });
    }
    name = toName(setting, notes.shown, tally.rows);
    const fileName = `${name}.${format.extension}`;
    report = createReport({
      ...{ request, notes: covered, columns, fileName, startedAt, ...tally },
      since: findSince(job),
      extensionVersion: job.extensionVersion,
    });
    writer.end({ report });
  });
  if (!report) throw new Error('A file without a report.');
  return { notes: covered, tally, report, bytes, name };
}

/** Where several notes were exported at different times, the earliest. */
function findSince({ request, since }: ExportJob): number | undefined {
  const times = request.onlyNew === true ? Object.values(since ?? {}) : [];
  return times.length === 0 ? undefined : Math.min(...times);
}

function toName(
  { job, localTime, anonymiser }: FileSetting,
  shown: readonly (Note | undefined)[],
  count: number,
): string {
  const { request, startedAt } = job;
  const noteIds = listNoteIds(request);
  const only = noteIds.length === 1 ? shown[0] : undefined;
  return createFileName(
    {
      title: only?.title,
      author: only?.author?.nickname,
      noteId: anonymiser ? '' : noteIds.length === 1 ? request.noteId : `${noteIds.length}-notes`,
      localTime: localTime(startedAt) ?? '',
      format: request.format,
      count,
    },
    request.namePattern,
  );
}

/** Opens a part, lets it be written, closes it whatever happens, and answers its size in bytes. */
async function withFile(
  ports: ExportPorts,
  part: ExportFilePart,
  write: (file: TextFile) => Promise<void>,
): Promise<number> {
  const handle = await ports.openFile(part);
  try {
    const file = createTextFile(handle);
    await write(file);
    return file.finish();
  } finally {
    handle.close();
  }
}
