/** Names that no disk would take: of a title and of a pattern of the user's own, downloaded, and looked at on the disk. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickAway } from '../../support/browsers/click-away';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { exportChosen, openExportChoices } from '../steps/choose-export';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

/** Forbidden signs, a path, dots and blanks at the ends, control and bidi characters, and 300 letters behind them. */
const TITLE = `..  /\\:*?"<>|../..\u0007\u202egnp.exe\u200f\ufdd0~%00 🍵茶${'长'.repeat(300)} . `;

let stage: Stage;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica({
    replica: { notes: [{ key: 'hostile', title: TITLE, topLevelComments: 6, repliesOf: () => 0 }] },
  });
  await answerWelcome(stage.chromium.extension);
  const site = await stage.chromium.newPage();
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl('hostile'));
  const popup = await stage.chromium.extension.openPopup();
  await clickAway(popup, popup.getByRole('button', { name: 'Open side panel' }));
  panel = await stage.chromium.extension.attachSidePanel();
  await panel.getByText(/^captured 6 of/).waitFor();
});

afterAll(() => stage?.close());

/** Nothing but what every system's disk takes, and what a reader sees as it is. */
function expectPlain(name: string): void {
  expect(name).not.toMatch(/[\\/:*?"<>|~%]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
  expect(name).not.toMatch(/^[\s.]|[\s.]$/);
  expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
}

test('a title of that kind gives a name that can be read, to the file and to its report', async () => {
  const { noteId, title } = findNote(stage.replica, 'hostile');
  expect(title).toBe(TITLE);
  const { fileName, reportName, ids } = await exportInPanel(panel, stage.chromium.downloadDir);
  expect(ids).toHaveLength(6);
  expectPlain(fileName);
  expectPlain(reportName);
  // What was writable is still there, in its order.
  expect(fileName).toMatch(
    new RegExp(`gnp\\.exe00 🍵茶长{15,}-${noteId}-comments-\\d{8}-\\d{6}\\.csv$`, 'u'),
  );
  await panel.getByText(fileName).first().waitFor();
  await takeScreenshot(panel, 'chromium/hostile-names/title');
});

test.each([
  ['signs, dots and blanks', '..\\/:*?"<>|{count} of {date}. ', /^6 of \d{8}\.csv$/],
  ['nothing that is left', '../..//\u202e', /^comments\.csv$/],
  ['a name that Windows keeps', 'CON', /^CON_\.csv$/],
  ['one with an ending of its own', 'aux.{count}', /^aux_\.6\.csv$/],
  ['one of a clock', 'clock$', /^clock\$_\.csv$/],
  ['a picture of several signs', '👩‍🔬{count}', /^👩🔬6\.csv$/u],
  ['three hundred letters', '长'.repeat(300), /^长{60,66}\.csv$/],
])('a pattern of %s is written under a name of its own', async (_what, pattern, wanted) => {
  const { downloadDir } = stage.chromium;
  await openExportChoices(panel);
  const dialog = panel.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Kind of file' }).selectOption({ label: 'CSV' });
  await dialog.getByRole('textbox', { name: 'File name' }).fill(pattern);
  const before = readdirSync(downloadDir);
  const { fileName, report } = await exportChosen(panel, downloadDir, '.csv');
  expectPlain(fileName);
  expect(fileName).toMatch(wanted);
  expect(before).not.toContain(fileName);
  expect(report).toMatchObject({ file: { rows: 6 } });
  for (const name of readdirSync(downloadDir)) expectPlain(name);
  // One that the browser refused would stand here.
  expect(await panel.getByRole('alert').count()).toBe(0);
});
