import type { Coverage, CoverageCounter } from '../../export/report/completeness';
import { createCoverageCounter } from '../../export/report/completeness';
import { createRowMaker } from '../../export/rows';
import type { Collection } from '../../model/comment';
import { createThreadNumbers } from '../../model/thread-numbers';
import { findExpectedComments } from '../../model/merge/collected-word';
import type { Note } from '../../model/note';
import type { SyncFile } from './export-files';
import { holdShortFile } from './hold-short-file';
import type { RowTally } from './read-note-rows';
import { readNoteRows } from './read-note-rows';
import { createRowOrder } from './row-choice';
import type { RowOrder } from './row-choice';
import type { RowLengths } from './row-lengths';
import { createRowLengths } from './row-lengths';
import type { RowWriter } from './row-writer';
import { createTextFile } from './text-file';
import type { FileSetting } from './write-export';

/** A note whose rows are written: as it is stored, and as it may be shown in the file. */
export interface NoteSubject {
  readonly noteId: string;
  readonly stored: Note | undefined;
  readonly shown: Note | undefined;
}

export interface WrittenNote {
  readonly coverage: Coverage;
  readonly tally: RowTally;
  readonly collection: Collection | undefined;
}

/** Rows of so few bytes need not go to the disk and back: those of a note with some 10,000 comments as CSV. */
const HELD_BYTES = 4 << 20;

/** Rows in the order in which they come, into a file of their own; then in their order into the final file. */
export async function writeNote(
  setting: FileSetting,
  subject: NoteSubject,
  into: { readonly writer: RowWriter; readonly readBefore: number },
): Promise<WrittenNote> {
  const { job, ports } = setting;
  const list = await ports.reader.findCommentList(subject.noteId);
  const rows = holdShortFile(await ports.openFile('rows'), HELD_BYTES);
  try {
    const threads = createThreadNumbers();
    const order = createRowOrder(job.request.filter?.sort ?? 'site', threads);
    const counter = createCoverageCounter(threads);
    const lengths = createRowLengths();
    const { coverage, tally } = await putAside(setting, subject, { rows, order, lengths, counter, ...into });
    into.writer.note(subject.shown?.noteId ?? subject.noteId);
    takeInOrder(rows, into.writer, order, lengths);
    const finished = coverage.finish({
      expected: findExpectedComments(subject.stored?.counts.comments, list),
      list,
      stoppedBy: job.request.noteId === subject.noteId ? job.stoppedBy : undefined,
    });
    return { coverage: hideIds(finished, setting), tally, collection: list?.collected };
  } finally {
    rows.close();
  }
}

interface Aside {
  readonly rows: SyncFile;
  readonly order: RowOrder;
  readonly counter: CoverageCounter;
  readonly lengths: RowLengths;
  readonly writer: RowWriter;
  readonly readBefore: number;
}

async function putAside(setting: FileSetting, { noteId, shown }: NoteSubject, aside: Aside) {
  const { job, ports, columns, extraColumns, localTime, redIds, anonymiser } = setting;
  const { request, startedAt } = job;
  const file = createTextFile(aside.rows);
  const coverage = aside.counter;
  const context = { note: shown, localTime, timeZone: request.timeZone, redIds };
  const makeRow = createRowMaker([...columns, ...extraColumns], context);
  let read = aside.readBefore;
  const tally = await readNoteRows(
    {
      comments: ports.reader.readComments(noteId),
      filter: request.filter,
      startedAt,
      since: request.onlyNew === true ? job.since?.[noteId] : undefined,
      anonymiser,
      coverage,
      order: aside.order,
      onRead: (count) => ports.onProgress((read += count)),
    },
    // A row that is left out takes no bytes, and keeps its number.
    (comment) => aside.lengths.add(comment ? aside.writer.aside(makeRow(comment), file) : 0),
  );
  file.finish();
  return { coverage, tally };
}

/** Bytes that are copied at once where rows already lie in their order. */
const LONGEST_RUN = 1 << 19;

function takeInOrder(rows: SyncFile, writer: RowWriter, order: RowOrder, lengths: RowLengths): void {
  let runStart = 0;
  let runEnd = 0;
  const takeRun = () => {
    if (runEnd > runStart) writer.take(rows, runStart, runEnd - runStart);
  };
  for (const index of order.sort()) {
    const at = lengths.startOf(index);
    const end = lengths.startOf(index + 1);
    const follows = at === runEnd && writer.takesRuns && end - runStart <= LONGEST_RUN;
    if (!follows) {
      takeRun();
      runStart = at;
    }
    runEnd = end;
  }
  takeRun();
}

/** Ids in a report are those of its file. */
function hideIds(coverage: Coverage, { anonymiser }: FileSetting): Coverage {
  if (!anonymiser) return coverage;
  const shortThreads = coverage.shortThreads.map((thread) => ({
    ...thread,
    rootCommentId: anonymiser.id('comment', thread.rootCommentId),
  }));
  return { ...coverage, shortThreads };
}
