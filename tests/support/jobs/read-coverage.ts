import { createCoverageCounter } from '../../../src/export/report/completeness';
import type { Coverage } from '../../../src/export/report/completeness';
import { findExpectedComments } from '../../../src/model/merge/collected-word';
import type { DatabaseConnection } from '../../../src/storage/database';
import { findCommentList } from '../../../src/storage/readers/find-comment-list';

/** What the report of an export would say of a note as it is stored now: all of it, by nobody's choice. */
export async function readCoverage(connection: DatabaseConnection, noteId: string): Promise<Coverage> {
  const database = await connection.open();
  const [note, list, comments] = await Promise.all([
    database.get('notes', noteId),
    findCommentList(database, noteId),
    database.getAll('comments'),
  ]);
  const counter = createCoverageCounter();
  for (const comment of comments) {
    if (comment.noteId !== noteId) continue;
    if (comment.goneAt === undefined) counter.add(comment);
    else counter.addGone();
  }
  const expected = findExpectedComments(note?.counts.comments, list);
  return counter.finish({ expected, list, stoppedBy: undefined });
}
