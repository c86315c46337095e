import type { Anonymiser } from '../../export/anonymise/create-anonymiser';
import type { CoverageCounter } from '../../export/report/completeness';
import { readAhead } from '../../lib/read-ahead';
import { toStoredAt } from '../../model/comment';
import type { Comment } from '../../model/comment';
import type { ExportRequest } from '../../model/export';
import type { RowOrder } from './row-choice';
import { createRowFilter } from './row-choice';

/** What decides on the rows of one note. */
export interface NoteReading {
  readonly comments: AsyncIterable<readonly Comment[]>;
  readonly filter: ExportRequest['filter'];
  /** Epoch ms; comments stored since then are not there yet. What was stored “later than now”, before the clock was set back, is. */
  readonly startedAt: number;
  /** Epoch ms; comments stored until then are in an earlier file. */
  readonly since: number | undefined;
  readonly anonymiser: Anonymiser | undefined;
  readonly coverage: CoverageCounter;
  readonly order: RowOrder;
  readonly onRead: (rows: number) => void;
}

export interface RowTally {
  rows: number;
  leftOutByFilter: number;
  leftOutAsOld: number;
}

/**
 * Reads the comments of a note once: counts all, orders all, and hands on those that the file wants, `undefined` in
 * place of the others. What the site no longer has is counted alone.
 */
export async function readNoteRows(
  reading: NoteReading,
  put: (comment: Comment | undefined) => void,
): Promise<RowTally> {
  const tally: RowTally = { rows: 0, leftOutByFilter: 0, leftOutAsOld: 0 };
  const toMatches = createRowFilter(reading.filter);
  for await (const batch of readAhead(reading.comments)) {
    const isMatch = toMatches(batch);
    batch.forEach((comment, index) => {
      const storedAt = toStoredAt(comment);
      if (storedAt > reading.startedAt && storedAt <= Date.now()) return;
      if (comment.goneAt !== undefined) return reading.coverage.addGone();
      reading.coverage.add(comment);
      reading.order.add(comment);
      const isWanted = judge(comment, isMatch(index), reading.since, tally);
      put(isWanted ? (reading.anonymiser?.comment(comment) ?? comment) : undefined);
    });
    reading.onRead(batch.length);
  }
  return tally;
}

function judge(comment: Comment, isMatch: boolean, since: number | undefined, tally: RowTally): boolean {
  if (since !== undefined && toStoredAt(comment) <= since) tally.leftOutAsOld += 1;
  else if (!isMatch) tally.leftOutByFilter += 1;
  else {
    tally.rows += 1;
    return true;
  }
  return false;
}
