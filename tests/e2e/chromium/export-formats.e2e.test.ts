/** Every kind of file through the choices of the real side panel, read back by readers that are not ours. */
import Papa from 'papaparse';
import MarkdownIt from 'markdown-it';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { readParquet } from '../../support/read-files/read-parquet';
import { readWorkbook } from '../../support/read-files/read-workbook';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { checkLooks } from '../steps/check-looks';
import { exportChosen, openExportChoices } from '../steps/choose-export';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { readComments } from '../steps/read-comments';

let stage: Stage;
let note: WorldNote;
let panel: Page;
/** What the first page of the list gave, as the world has it. */
let world: ReadonlyMap<string, WorldComment>;

beforeAll(async () => {
  stage = await launchWithReplica();
  const { replica, chromium } = stage;
  note = findNote(replica, 'hostile');
  await answerWelcome(chromium.extension);
  const site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('hostile'));
  await site.locator('.parent-comment').first().waitFor();
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(10_000);
  await panel.getByRole('heading', { level: 1 }).first().waitFor();
  const stored = await waitFor(
    async () => {
      const rows = await readComments(chromium.extension, note.noteId);
      return rows.length > 0 ? rows : undefined;
    },
    { what: 'comments to be stored' },
  );
  const ids = new Set(stored.map(({ commentId }) => commentId));
  world = new Map(flattenComments(note).flatMap((one) => (ids.has(one.id) ? [[one.id, one]] : [])));
  expect(world.size).toBe(ids.size);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, 'chromium/export-formats/failed');
});

afterAll(() => stage?.close());

/** UTF-8 has no room for half a character. */
const whole = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function exportAs(format: string, ending: string) {
  await openExportChoices(panel);
  await panel.getByLabel('Kind of file').selectOption({ label: format });
  return exportChosen(panel, stage.chromium.downloadDir, ending);
}

function expectAll(rows: readonly { readonly id: unknown; readonly content: unknown }[]): void {
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...world.keys()].toSorted());
  for (const { id, content } of rows) expect(content ?? '').toBe(whole(world.get(String(id))?.content ?? ''));
}

test('the choices are accessible, by keyboard too', async () => {
  await openExportChoices(panel);
  await takeScreenshot(panel, 'chromium/export-formats/choices');
  expect(await checkLooks(panel)).toEqual([]);
  await panel.getByText('Choose columns and their order').click();
  const up = panel.getByRole('button', { name: 'Move “Note ID” up' });
  await up.focus();
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Move “Note ID” down' }).and(panel.locator(':focus')).waitFor();
  expect(await panel.getByLabel('Columns', { exact: false }).first().inputValue()).toBe('own');
  await takeScreenshot(panel, 'chromium/export-formats/columns');
  await panel.keyboard.press('Escape');
  await panel.getByRole('dialog').waitFor({ state: 'detached' });
});

test('XLSX: typed, ids as texts, no formula, with the note and the report', async () => {
  const { bytes, fileName, report } = await exportAs('Excel (XLSX)', '.xlsx');
  expect(fileName).toContain(note.noteId);
  const sheets = await readWorkbook(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['Comments', 'Notes', 'Completeness']);
  const [comments] = sheets;
  const at = (name: string) => comments?.header.indexOf(name) ?? -1;
  const rows = comments?.rows ?? [];
  expect(comments).toMatchObject({ frozenRows: 1, formulas: [] });
  expectAll(rows.map((row) => ({ id: row[at('Comment ID')], content: row[at('Content')] })));
  for (const row of rows) expect(typeof row[at('Level')]).toBe('number');
  expect(report).toMatchObject({ file: { format: 'xlsx', rows: rows.length, bytes: bytes.length } });
});

test('Parquet: the same rows with their types, in DuckDB', async () => {
  const { bytes } = await exportAs('Parquet', '.parquet');
  const { rows, types } = await readParquet(bytes);
  expectAll(rows.map((row) => ({ id: row['comment_id'], content: row['content'] })));
  expect(types).toMatchObject({
    comment_id: 'VARCHAR',
    likes: 'BIGINT',
    created_at: 'TIMESTAMP WITH TIME ZONE',
    created_local: 'TIMESTAMP',
  });
});

test('JSON and JSONL: the same rows, exactly', async () => {
  const exact = (rows: readonly Record<string, unknown>[]) => {
    expect(rows.map((row) => row['comment_id']).toSorted()).toEqual([...world.keys()].toSorted());
    for (const row of rows) expect(row['content'] ?? '').toBe(world.get(String(row['comment_id']))?.content);
  };
  const lines = decode((await exportAs('JSON Lines', '.jsonl')).bytes)
    .trimEnd()
    .split('\n');
  exact(lines.map((line) => JSON.parse(line) as Record<string, unknown>));
  const json = JSON.parse(decode((await exportAs('JSON', '.json')).bytes)) as Record<string, unknown>;
  exact(json['comments'] as Record<string, unknown>[]);
  expect(json['notes']).toMatchObject([{ note_id: note.noteId }]);
});

test('Markdown: a thread in which no text is anything but a text', async () => {
  const { bytes } = await exportAs('Markdown', '.md');
  const html = new MarkdownIt({ html: true, linkify: true }).render(decode(bytes));
  expect(html).not.toMatch(/<(?!\/?(?:h1|h2|ul|li|p|strong|br|hr|blockquote|a)\b)[^>]*>|javascript:/);
  expect(html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(world.size);
});

test('CSV anonymised, as the list shows it, and only what is new: the report says what was left out', async () => {
  await openExportChoices(panel);
  await panel.getByLabel('Kind of file').selectOption({ label: 'CSV' });
  await panel.getByRole('radio', { name: 'Plain data' }).click();
  await panel.getByRole('switch', { name: 'Anonymise' }).check();
  const { bytes, fileName, report } = await exportChosen(panel, stage.chromium.downloadDir, '.csv');
  const text = decode(bytes);
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  expect(data).toHaveLength(world.size);
  expect(fileName + JSON.stringify(report)).not.toContain(note.noteId);
  for (const comment of world.values()) {
    for (const secret of [comment.id, comment.author.userId]) expect(text).not.toContain(secret);
  }
  expect(new Set(data.map((row) => row['comment_id'])).size).toBe(world.size);
  expect(report).toMatchObject({ selection: { anonymised: true }, note: null });

  await panel.getByText('Completeness report').click();
  await panel.getByText('Duplicates dropped').waitFor();
  await takeScreenshot(panel, 'chromium/export-formats/report');
  expect(await checkLooks(panel)).toEqual([]);

  await openExportChoices(panel);
  await panel.getByRole('radio', { name: 'New since the last file' }).click();
  const again = await exportChosen(panel, stage.chromium.downloadDir, '.csv');
  expect(decode(again.bytes).trimEnd().split('\r\n')).toHaveLength(1);
  expect(again.report).toMatchObject({ selection: { leftOutAsOld: world.size }, file: { rows: 0 } });
});
