import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { readStore } from '../../support/extension-storage';
import { DATABASE } from './collection-stand';
import type { CollectionStand } from './collection-stand';
import { flattenComments } from './flatten-comments';
import { readDownload } from './read-download';

interface StoredComment {
  readonly commentId: string;
  readonly noteId: string;
  readonly rootCommentId?: string;
  readonly content?: string;
  readonly createdAt?: number;
  readonly place?: string;
  readonly author?: { readonly id?: { readonly value: string }; readonly nickname?: string };
}

/** A comment as text, in which every difference shows. */
type Row = readonly [id: string, root: string, content: string, time: number, person: string, place: string];

const inOrder = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

/** What the world holds. The app tells times in seconds (real bodies, 2026-02). */
function listWorldRows(note: WorldNote): string[] {
  const toRow = (comment: WorldComment, root: string): Row => [
    comment.id,
    root,
    comment.content,
    Math.floor(comment.createTime / 1_000) * 1_000,
    comment.author.userId,
    comment.ipLocation ?? '',
  ];
  return inOrder(
    note.comments.flatMap((root) => [toRow(root, ''), ...root.replies.map((reply) => toRow(reply, root.id))]),
  );
}

/** Every comment of the note is stored as the world has it, each once, and nothing else is. */
export async function expectWholeNote({
  evaluate,
  note,
}: Pick<CollectionStand, 'evaluate' | 'note'>): Promise<void> {
  const stored = (await readStore(evaluate, DATABASE, 'comments')) as StoredComment[];
  expect(new Set(stored.map(({ noteId }) => noteId))).toEqual(new Set([note.noteId]));
  const rows = stored.map(
    ({ commentId, rootCommentId = '', content = '', createdAt = NaN, author, place = '' }): Row => [
      commentId,
      rootCommentId,
      content,
      createdAt,
      author?.id?.value ?? '',
      place,
    ],
  );
  const [ours, theirs] = [inOrder(rows), listWorldRows(note)];
  expect(ours).toHaveLength(theirs.length);
  // One row that differs says more than ten thousand that do not.
  expect(ours.find((row, index) => row !== theirs[index])).toBeUndefined();
}

/** The file that an export writes holds them all, too, and its report says that nothing is missing. */
export async function expectWholeFile({ caller, downloadDir, note }: CollectionStand): Promise<void> {
  const before = readdirSync(downloadDir);
  await caller.demand('export.start', {
    noteId: note.noteId,
    format: 'jsonl',
    preset: 'plain',
    withNoteColumns: false,
    timeZone: 'Asia/Shanghai',
    language: 'en',
  });
  const file = await readDownload(downloadDir, '.jsonl', before);
  const report = JSON.parse((await readDownload(downloadDir, '.report.json', before)).text) as {
    comments: { state: string; got: number; shortThreads: unknown[] };
  };
  const lines = file.text.trimEnd().split('\n');
  const ids = lines.map((line) => (JSON.parse(line) as { comment_id: string }).comment_id);
  const wanted = flattenComments(note).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(wanted.toSorted());
  expect(report.comments).toMatchObject({ state: 'complete', got: wanted.length, shortThreads: [] });
}
