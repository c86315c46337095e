import { toCountText } from '../replica/server/count-text';
import type { WorldComment, WorldNote } from '../replica/world/types';
import { readCsv } from '../support/read-csv';
import { isDangerousCell, undoCellGuard } from '../support/undo-cell-guard';

export interface ExportCheck {
  readonly rows: number;
  /** What is wrong, in words; empty when the file holds exactly what was served, cell by cell. */
  readonly differences: readonly string[];
}

/** Enough to see what went wrong; a file with the wrong columns would have thousands. */
const MOST_DIFFERENCES = 20;
const ID_COLUMN = 'Comment ID';

/**
 * Compares a CSV for spreadsheets, in English, with what the world has under the note, as a member sees it: a row for
 * each comment and reply that the server has sent, none twice, none besides, and in each row what the comment says.
 */
export function checkExport(csv: string, note: WorldNote, servedIds: readonly string[]): ExportCheck {
  const { rows } = readCsv(csv);
  const wanted = listExpectedRows(note, new Set(servedIds));
  const differences: string[] = [];
  if (rows.length !== wanted.size) differences.push(`${rows.length} rows for ${wanted.size} comments served`);
  const unknown = servedIds.filter((id) => !wanted.has(id));
  if (unknown.length > 0) differences.push(`served, but not the note's: ${unknown.join(', ')}`);
  const written = new Set<string>();
  for (const row of rows) {
    const id = undoCellGuard(row[ID_COLUMN] ?? '');
    const expected = wanted.get(id);
    if (!expected) differences.push(`not served: "${id}"`);
    else if (written.has(id)) differences.push(`twice: ${id}`);
    else differences.push(...compareRow(id, row, expected));
    written.add(id);
  }
  const missing = [...wanted.keys()].filter((id) => !written.has(id));
  if (missing.length > 0) differences.push(`missing: ${missing.join(', ')}`);
  const left = differences.length - MOST_DIFFERENCES;
  return {
    rows: rows.length,
    differences:
      left > 0 ? [...differences.slice(0, MOST_DIFFERENCES), `and ${left} more differences`] : differences,
  };
}

type Row = Readonly<Record<string, string>>;

function compareRow(id: string, row: Row, expected: Row): string[] {
  const wrong = Object.entries(expected)
    .filter(([column, text]) => row[column] === undefined || undoCellGuard(row[column]) !== text)
    .map(
      ([column, text]) =>
        `${id}, ${column}: ${JSON.stringify(row[column] ?? 'no such column')} for ${JSON.stringify(text)}`,
    );
  const dangerous = Object.entries(row)
    .filter(([, cell]) => isDangerousCell(cell))
    .map(([column, cell]) => `${id}, ${column}: ${JSON.stringify(cell)} stands unguarded`);
  return [...wrong, ...dangerous];
}

/** By id, the cells that the world decides, by the file's headers. */
function listExpectedRows(note: WorldNote, served: ReadonlySet<string>): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const root of note.comments) {
    if (served.has(root.id)) {
      const ofRoot = {
        Level: '0',
        'Thread (root comment ID)': '',
        'Replies (as shown)': `${root.replies.length}`,
      };
      rows.set(root.id, { ...toExpectedRow(root), ...ofRoot });
    }
    for (const reply of root.replies) {
      if (!served.has(reply.id)) continue;
      const ofReply = { Level: '1', 'Thread (root comment ID)': root.id, 'Replies (as shown)': '' };
      rows.set(reply.id, { ...toExpectedRow(reply), ...ofReply });
    }
  }
  return rows;
}

function toExpectedRow(comment: WorldComment): Row {
  return {
    [ID_COLUMN]: comment.id,
    'Note ID': comment.noteId,
    'Reply to comment ID': comment.targetCommentId ?? '',
    'Reply to user ID': comment.targetAuthor?.userId ?? '',
    'Reply to': inFile(comment.targetAuthor?.nickname ?? ''),
    Content: inFile(comment.content),
    'Created (UTC)': new Date(comment.createTime).toISOString(),
    'IP location': comment.ipLocation ?? '',
    'Likes (as shown)': toCountText(comment.likeCount, true),
    'User ID': comment.author.userId,
    'User name': inFile(comment.author.nickname),
    'By the author': String(comment.isNoteAuthor),
    // The site marks what is so; that something is not so, it does not say.
    Pinned: comment.pinned ? 'true' : '',
    'Liked by the author': '',
    Folded: '',
    'Picture count': comment.pictures.length === 0 ? '' : String(comment.pictures.length),
    Mentions: inFile(comment.mentions.map((person) => person.nickname).join('; ')),
    'Mentioned user IDs': comment.mentions.map((person) => person.userId).join(' '),
  };
}

/** What is left of a text in UTF-8, which has no room for half a surrogate pair. */
function inFile(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
