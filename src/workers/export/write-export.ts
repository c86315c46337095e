import { createCoverageCounter } from '../../export/completeness';
import { createFileName } from '../../export/file-name';
import type { FormatWriter } from '../../export/format';
import { toHeaders } from '../../export/headers';
import { EXPORT_FORMATS } from '../../export/registry';
import { toReport } from '../../export/report';
import { createRowMaker, listColumns } from '../../export/rows';
import { createLocalTimeFormat } from '../../lib/local-time';
import { readAhead } from '../../lib/read-ahead';
import type { Comment, CommentList } from '../../model/comment';
import type { Note } from '../../model/note';
import type { ThreadOrder } from '../../model/thread-order';
import { createThreadOrder } from '../../model/thread-order';
import type { ExportFilePart, SyncFile } from './export-files';
import type { ExportJob, WrittenExport } from './job';
import type { RowLengths } from './row-lengths';
import { createRowLengths } from './row-lengths';
import type { TextFile } from './text-file';
import { createTextFile } from './text-file';

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

/**
 * Writes one export: the file and its report. Every comment is read once, made a row at once and put aside in a file as
 * it comes, with a few numbers about its place kept in memory; then the rows are copied in the site's order. So memory
 * holds two batches and about 40 bytes for each row, however large the rows are, and the database is read only once, which
 * is what takes the time. Rows that appear while it runs, and those the site no longer has, are left out. An export that
 * was interrupted starts over: it takes seconds, and half a file of yesterday's order is of no use.
 */
export async function writeExport(job: ExportJob, ports: ExportPorts): Promise<WrittenExport> {
  const { request } = job;
  const [note, list, redIds] = await Promise.all([
    ports.reader.findNote(request.noteId),
    ports.reader.findCommentList(request.noteId),
    ports.reader.listRedIds(),
  ]);
  const format = EXPORT_FORMATS[request.format];
  const localTime = createLocalTimeFormat(request.timeZone);
  const columns = listColumns(request.withNoteColumns);
  const headers = toHeaders(columns, request.preset, request.language);
  const writer = format.createWriter({ columns, headers, preset: request.preset });
  const makeRow = createRowMaker(columns, { note, localTime, timeZone: request.timeZone, redIds });
  const coverage = createCoverageCounter();
  const bytes = await writeRows(ports, writer, async (put) => {
    let read = 0;
    for await (const batch of readAhead(ports.reader.readComments(request.noteId))) {
      for (const comment of batch) {
        if (comment.firstSeenAt > job.startedAt) continue;
        if (comment.goneAt !== undefined) {
          coverage.addGone();
          continue;
        }
        coverage.add(comment);
        put(comment, writer.row(makeRow(comment)));
      }
      read += batch.length;
      ports.onProgress(read);
    }
  });
  const name = createFileName({
    title: note?.title,
    noteId: request.noteId,
    localTime: localTime(job.startedAt) ?? '',
  });
  const result = coverage.finish({ expected: note?.counts.comments, list, stoppedBy: job.stoppedBy });
  const fileName = `${name}.${format.extension}`;
  const { extensionVersion, startedAt } = job;
  const report = { coverage: result, note, request, columns, fileName, bytes, extensionVersion, startedAt };
  await writeText(ports, 'report', toReport(report));
  return { rows: result.rows, bytes, mimeType: format.mimeType, fileName, reportName: `${name}.report.json` };
}

type PutRow = (comment: Comment, line: string) => void;

/** Rows in the order in which they come, into a file of their own; then in the site's order into the final file. */
async function writeRows(
  ports: ExportPorts,
  writer: FormatWriter,
  readAll: (put: PutRow) => Promise<void>,
): Promise<number> {
  const rows = await ports.openFile('rows');
  try {
    const aside = createTextFile(rows);
    const order = createThreadOrder();
    const lengths = createRowLengths();
    await readAll((comment, line) => {
      order.add(comment);
      lengths.add(aside.append(line));
    });
    aside.finish();
    return await withFile(ports, 'file', (file) => {
      file.append(writer.start());
      copyInOrder(rows, file, order, lengths);
      file.append(writer.end());
    });
  } finally {
    rows.close();
  }
}

function copyInOrder(rows: SyncFile, file: TextFile, order: ThreadOrder, lengths: RowLengths): void {
  const offsets = lengths.toOffsets();
  for (const index of order.sort()) {
    const at = offsets[index] ?? 0;
    file.copy(rows, at, (offsets[index + 1] ?? at) - at);
  }
}

function writeText(ports: ExportPorts, part: ExportFilePart, text: string): Promise<number> {
  return withFile(ports, part, (file) => file.append(text));
}

/** Opens a part, lets it be written, closes it whatever happens, and answers its size in bytes. */
async function withFile(
  ports: ExportPorts,
  part: ExportFilePart,
  write: (file: TextFile) => void,
): Promise<number> {
  const handle = await ports.openFile(part);
  try {
    const file = createTextFile(handle);
    write(file);
    return file.finish();
  } finally {
    handle.close();
  }
}
