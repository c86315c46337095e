/** Notes under which there is nothing: one that nobody has commented, one whose author takes no comments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickAway } from '../../support/browsers/click-away';
import { answerWelcome } from '../steps/answer-welcome';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

let stage: Stage;
let site: Page;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  site = await stage.chromium.newPage();
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl('empty'));
  const popup = await stage.chromium.extension.openPopup();
  await clickAway(popup, popup.getByRole('button', { name: 'Open side panel' }));
  panel = await stage.chromium.extension.attachSidePanel();
});

afterAll(() => stage?.close());

test.each(['empty', 'closed'])(
  'the note "%s" gives the first line alone, and a report that it is all',
  async (key) => {
    const { replica, chromium } = stage;
    const note = findNote(replica, key);
    expect(note.comments).toEqual([]);
    await site.goto(replica.noteUrl(key));
    await site.locator('.no-comments').waitFor();
    await panel.getByRole('heading', { name: note.title }).first().waitFor();

    const { fileName, table, report } = await exportInPanel(panel, chromium.downloadDir);
    const text = readFileSync(join(chromium.downloadDir, fileName), 'utf8');
    expect(text).toMatch(/^\uFEFFComment ID,Note ID,[^\r\n]+\r\n$/);
    expect(table.header).toContain('Content');
    expect(table.rows).toEqual([]);
    expect(report).toMatchObject({
      summary: expect.arrayContaining(['No comment is stored, so the file has its headers only.']) as unknown,
      note: { noteId: note.noteId, title: note.title },
      file: { name: fileName, rows: 0, bytes: Buffer.byteLength(text) },
      comments: {
        state: 'complete',
        reason: null,
        expected: { raw: '0', value: 0, approximate: false },
        got: 0,
        leftOutAsGone: 0,
        shortThreads: [],
      },
      sources: [],
      created: { from: null, to: null },
    });
  },
);

test('loading ends at once where there is nothing to load', async () => {
  await panel.getByRole('button', { name: 'Load comments for me' }).click();
  await panel.getByText('Reached the end of the page').waitFor();
  expect(stage.replica.decoyHits).toEqual([]);
});
