/** The exported files as an office program shows it, cell by cell, against what the world has. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { readInCalc } from '../../support/desk/read-in-calc';
import type { CalcCell } from '../../support/desk/read-in-calc';
import { removeFolder } from '../../support/remove-folder';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { isDangerousCell, undoCellGuard } from '../../support/undo-cell-guard';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { exportChosen, openExportChoices } from '../steps/choose-export';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { readComments } from '../steps/read-comments';

const programs = findDeskPrograms('office');

/** Half a character cannot be written in UTF-8; the program breaks lines by LF alone. */
const asShown = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\uFFFD');

/** What the columns must show of a comment: texts. */
function listTexts(comment: WorldComment, root: WorldComment): Readonly<Record<string, string>> {
  return {
    'Comment ID': comment.id,
    'Note ID': comment.noteId,
    'Thread (root comment ID)': comment === root ? '' : root.id,
    'Reply to comment ID': comment.targetCommentId ?? '',
    'Reply to user ID': comment.targetAuthor?.userId ?? '',
    'Reply to': asShown(comment.targetAuthor?.nickname ?? ''),
    Content: asShown(comment.content),
    'IP location': comment.ipLocation ?? '',
    'User ID': comment.author.userId,
    'User name': asShown(comment.author.nickname),
    Mentions: comment.mentions.map(({ nickname }) => asShown(nickname)).join(' '),
    'Mentioned user IDs': comment.mentions.map(({ userId }) => userId).join(' '),
  };
}

/** How a text of a kind of file reads, by its written rule. */
const KINDS = {
  CSV: { undo: undoCellGuard, isSafe: (shown: string) => !isDangerousCell(shown) },
  // Cells of a workbook are texts by type: whatever they begin with, nothing is run.
  XLSX: { undo: (shown: string) => shown, isSafe: () => true },
} as const;
type Kind = keyof typeof KINDS;
type Rows = readonly Readonly<Record<string, CalcCell>>[];

describe.skipIf(!programs)('exported tables in LibreOffice', () => {
  let stage: Stage;
  let note: WorldNote;
  const tables = new Map<Kind, Rows>();

  beforeAll(async () => {
    if (!programs) throw new Error('No office program to be had.');
    stage = await launchWithReplica({ chromium: { realVisibility: true } });
    const { replica, chromium } = stage;
    note = findNote(replica, 'hostile');
    await answerWelcome(chromium.extension);
    const site = await chromium.newPage();
    await site.bringToFront();
    await site.goto(replica.noteUrl('hostile'));
    await site.locator('.parent-comment').first().waitFor();
    const panel = await chromium.extension.openSidePanel();
    await panel.getByRole('button', { name: 'Load comments for me' }).click();
    await panel.getByText('Reached the end of the page').waitFor({ timeout: 120_000 });
    const wanted = flattenComments(note).length;
    await waitFor(async () => (await readComments(chromium.extension, note.noteId)).length === wanted, {
      what: 'every comment to be stored',
    });
    const { downloadDir } = chromium;
    const read = async (fileName: string): Promise<Rows> => {
      const [header = [], ...cells] = await readInCalc(programs, join(downloadDir, fileName));
      return cells.map((row) =>
        Object.fromEntries(row.map((cell, index) => [header[index]?.shown ?? '', cell])),
      );
    };
    tables.set('CSV', await read((await exportInPanel(panel, downloadDir)).fileName));
    await openExportChoices(panel);
    await panel.getByLabel('Kind of file').selectOption({ label: 'Excel (XLSX)' });
    tables.set('XLSX', await read((await exportChosen(panel, downloadDir, '.xlsx')).fileName));
  });

  afterAll(() => stage.close());

  const threadOf = (commentId: string) =>
    note.comments.find(
      ({ id, replies }) => id === commentId || replies.some((reply) => reply.id === commentId),
    );
  const pairs = (kind: Kind) =>
    (tables.get(kind) ?? []).map((row) => {
      const id = KINDS[kind].undo(row['Comment ID']?.shown ?? '');
      const comment = flattenComments(note).find((each) => each.id === id);
      const root = threadOf(id);
      if (!comment || !root) throw new Error(`No comment of the world has the id ${id}.`);
      return { row, comment, root };
    });

  describe.each(['CSV', 'XLSX'] as const)('%s', (kind) => {
    const { undo, isSafe } = KINDS[kind];

    test('has a row for every comment, each once', () => {
      const ids = pairs(kind).map(({ comment }) => comment.id);
      expect(ids.toSorted()).toEqual(
        flattenComments(note)
          .map(({ id }) => id)
          .toSorted(),
      );
    });

    test('shows every text as a text, none run, none changed: ids, formulas, quotes, line breaks, emoji, right to left', () => {
      let dangerous = 0;
      for (const { row, comment, root } of pairs(kind)) {
        for (const [column, text] of Object.entries(listTexts(comment, root))) {
          const cell = row[column];
          expect(cell, column).toMatchObject({ kind: text === '' ? 'empty' : 'text' });
          expect(undo(cell?.shown ?? ''), column).toBe(text);
          expect(isSafe(cell?.shown ?? ''), cell?.shown).toBe(true);
          if (isDangerousCell(text)) dangerous += 1;
        }
      }
      expect(dangerous).toBeGreaterThan(5);
    });

    test('shows numbers as numbers and times as they are written', () => {
      for (const { row, comment, root } of pairs(kind)) {
        expect(row['Level']).toEqual({ shown: comment === root ? '0' : '1', kind: 'value' });
        // Comments without pictures come without the field: how many there are is not known then.
        const pictures = comment.pictures.length;
        expect(row['Picture count']).toEqual(
          pictures === 0 ? { shown: '', kind: 'empty' } : { shown: String(pictures), kind: 'value' },
        );
        const time = new Date(comment.createTime).toISOString();
        // A workbook holds the time itself, and shows it to the second.
        if (kind === 'CSV') expect(row['Created (UTC)']?.shown).toBe(time);
        else expect(row['Created (UTC)']).toEqual({ shown: `${time.slice(0, 19)}Z`, kind: 'value' });
      }
    });
  });

  test('would not, if the file were written without care', async () => {
    if (!programs) throw new Error('No office program to be had.');
    const folder = mkdtempSync(join(tmpdir(), 'careless-'));
    try {
      const path = join(folder, 'careless.csv');
      writeFileSync(path, '\uFEFFid,text\r\n0012345678901234567890,=1+1\r\n');
      const [, row] = await readInCalc(programs, path);
      expect(row).toEqual([
        { shown: expect.stringMatching(/^1\.2\d*E\+0*19$/), kind: 'value' },
        { shown: '2', kind: 'value' },
      ]);
    } finally {
      removeFolder(folder);
    }
  });
});
