/** What is stored outlives a new version, and everything that is stored comes back from one file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_VERSION } from '../../../src/storage/schema';
import { readBackupLines, writeBackupByHand } from '../../support/backup-text';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { askBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { storeComments } from '../steps/store-comments';
import { waitForRest } from '../steps/wait-for-rest';
import { VERSION_1_ROWS, writeVersion1 } from '../steps/write-version-1';

const COMMENTS = 10_000;
const DATABASE = 'hongshu-companion';
const SECRET = 'marked-secret-0123456789';

let stage: Stage;
let options: Page;
let optionsConsole: PageConsole;
let backupPath: string;

beforeAll(async () => {
  stage = await launchWithReplica();
  await agree();
});

afterAll(() => stage.close());

/** What is stored here is old: a minute after the start it would be cleared away. */
async function agree(): Promise<void> {
  await agreeToAll(stage.chromium.extension);
  const retentionDays = { notes: null, authors: null, sightings: null };
  const answer = await askBackground(evaluate, 'settings.change', { patch: { retentionDays } });
  expect(answer).toMatchObject({ ok: true });
}

const readAll = () => stage.chromium.extension.readDatabase(DATABASE);
const evaluate = (expression: string) => stage.chromium.extension.evaluate(expression);
const chooseFile = (path: string) =>
  options.locator('input[type=file]').setInputFiles(path, { timeout: 10_000 });

describe('a database of the first version', () => {
  test('is opened by this one with everything in it', async () => {
    await writeVersion1(evaluate);
    const library = await stage.chromium.extension.openPage('library.html#notes');
    await library.getByRole('link', { name: '第一版存的笔记' }).waitFor();
    const stored = await readAll();
    const { commentLists, ...kept } = VERSION_1_ROWS;
    for (const [store, rows] of Object.entries(kept)) expect(stored?.[store]).toEqual(rows);
    // What a list knew of its threads has records of its own today.
    const { noteId, hasMore, updatedAt } = commentLists[0];
    expect(stored?.['commentLists']).toEqual([{ noteId, hasMore, updatedAt }]);
    expect(stored?.['commentThreads']).toMatchObject([{ noteId, rootCommentId: 'c1', hasMore: true }]);
    const databases = await evaluate('indexedDB.databases()');
    expect(databases).toContainEqual({ name: DATABASE, version: DATABASE_VERSION });
    await library.close();
  });
});

describe('a backup', () => {
  test('is one file with every record, and no key', async () => {
    const noteId = VERSION_1_ROWS.notes[0]?.noteId ?? '';
    await storeComments(stage.chromium.extension, { noteId, count: COMMENTS, threadSize: 10 });
    await evaluate(`chrome.storage.local.set({ 'planted-key': '${SECRET}' })`);
    options = await stage.chromium.extension.openPage('options.html#stored');
    options.setDefaultTimeout(20_000);
    optionsConsole = watchConsole(options);
    const startedAt = performance.now();
    await options.getByRole('button', { name: 'Save a backup' }).click();
    await options.getByText('Backup saved:').waitFor({ timeout: 60_000 });
    console.log(`backup of ${COMMENTS} comments: ${Math.round(performance.now() - startedAt)} ms`);
    const name = readdirSync(stage.chromium.downloadDir).find((file) => file.includes('backup'));
    expect(name).toMatch(/^hongshu-companion-backup-\d{8}-\d{6}\.jsonl\.gz$/);
    backupPath = join(stage.chromium.downloadDir, name ?? '');
    const lines = readBackupLines(readFileSync(backupPath));
    const stored = Object.entries((await readAll()) ?? {}).filter(([store]) => store !== 'responses');
    const rows = stored.reduce((sum, [, all]) => sum + all.length, 0);
    expect(lines).toHaveLength(rows + 2);
    expect(lines.at(-1)).toMatchObject({ end: true, rows });
    expect(JSON.stringify(lines)).not.toContain(SECRET);
    // Nothing of it stays behind in the browser.
    expect(
      await evaluate(`navigator.storage.getDirectory().then(async (root) => {
      const names = [];
      for await (const name of root.keys()) names.push(name);
      return names;
    })`),
    ).not.toContain('backups');
  });

  test('that is cut off or of another product is refused, and nothing is changed', async () => {
    const before = await readAll();
    const good = readFileSync(backupPath);
    const cut = join(stage.chromium.downloadDir, 'cut.jsonl.gz');
    writeFileSync(cut, good.subarray(0, good.length - 200));
    await chooseFile(cut);
    await options.getByText('The backup is cut off or damaged').waitFor();
    await options.locator('main').getByRole('button', { name: 'Close' }).last().click();
    const newer = join(stage.chromium.downloadDir, 'newer.jsonl.gz');
    writeFileSync(newer, writeBackupByHand({ databaseVersion: 99 }, []));
    await chooseFile(newer);
    await options.getByText('This backup is from a newer version').waitFor();
    expect(await readAll()).toEqual(before);
  });

  test('brings everything back after everything was deleted, row by row', async () => {
    const before = await readAll();
    expect(await askBackground(evaluate, 'everything.delete', {})).toMatchObject({ ok: true });
    await agree();
    await options.reload();
    await chooseFile(backupPath);
    const dialog = options.getByRole('dialog', { name: 'How shall it be restored?' });
    await dialog.getByText('1 note, ').waitFor({ timeout: 120_000 });
    for (const [width, colorScheme] of [
      [420, 'dark'],
      [1_280, 'light'],
    ] as const) {
      await options.setViewportSize({ width, height: 850 });
      await options.emulateMedia({ colorScheme });
      await waitForRest(options);
      await takeScreenshot(options, `chromium/options/restore-${width}-${colorScheme}`);
      expect(await checkLooks(options)).toEqual([]);
    }
    const startedAt = performance.now();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    // What was begun stands on the disk then; a press that dies with its worker before that is nobody's to repeat.
    await options
      .getByText(/^Restoring$|records restored/)
      .first()
      .waitFor();
    // A worker that dies meanwhile goes on with its next life.
    await stage.chromium.extension.killWorker();
    await options.reload();
    await options.getByText(/records restored/).waitFor({ timeout: 300_000 });
    console.log(`restored within ${Math.round(performance.now() - startedAt)} ms`);
    expect(withoutResponses(await readAll())).toEqual(withoutResponses(before));
    await takeScreenshot(options, 'chromium/options/restored');
    await waitFor(
      async () => !(await stage.chromium.extension.listDatabases()).includes(`${DATABASE}-restoring`),
      { what: 'what was unpacked to be gone' },
    );
  });

  test('replaces what is stored when told so, and is given up without a trace', async () => {
    const small = join(stage.chromium.downloadDir, 'small.jsonl.gz');
    const note = { ...VERSION_1_ROWS.notes[0], noteId: '64a1b2c3d4e5f60718293a99' };
    writeFileSync(small, writeBackupByHand({ databaseVersion: 1 }, [['notes', note]]));
    const before = await readAll();
    await chooseFile(small);
    const dialog = options.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await readAll()).toEqual(before);

    await chooseFile(small);
    await dialog.getByRole('radio', { name: 'Replace' }).check();
    await dialog.getByRole('button', { name: 'Delete and replace' }).click();
    await options.getByText('1 record restored').waitFor();
    const stored = Object.entries((await readAll()) ?? {}).filter(([, rows]) => rows.length > 0);
    expect(stored).toEqual([['notes', [note]]]);
    expect(optionsConsole.errors).toEqual([]);
  });
});

function withoutResponses(stored: Awaited<ReturnType<typeof readAll>>): unknown {
  return { ...stored, responses: [] };
}
