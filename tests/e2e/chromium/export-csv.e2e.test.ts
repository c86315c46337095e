import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportState } from '../../../src/model/export';
import { openPageWithComments } from '../../bench/stored-comments';
import { buildExtension } from '../../support/built-extension';
import type { RunningChromium } from '../../support/chromium';
import { launchChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';

const NOTE_ID = '65000000aaaaaaaaaaaaaaaa';
const COUNT = 20_000;

let chromium: RunningChromium;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium({ extensionDir: await buildExtension('chrome') });
  page = await openPageWithComments(chromium, NOTE_ID, COUNT);
});
afterAll(() => chromium.close());

async function call<Value>(name: string, input: unknown): Promise<Value> {
  const message = JSON.stringify({ to: 'background', name, input });
  const answer = await page.evaluate<{ ok: boolean; value: Value; error: unknown }>(
    `chrome.runtime.sendMessage(${message})`,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

function start(patch: object = {}): Promise<ExportState> {
  const request = { noteId: NOTE_ID, format: 'csv', preset: 'excel', withNoteColumns: false, language: 'en' };
  return call('export.start', { ...request, timeZone: 'Asia/Shanghai', ...patch });
}

async function find(exportId: string): Promise<ExportState | undefined> {
  return (await call<ExportState[]>('export.list', {})).find((state) => state.exportId === exportId);
}

function untilEnded(exportId: string): Promise<ExportState> {
  return waitFor(
    async () => {
      const state = await find(exportId);
      return state?.state === 'done' || state?.state === 'failed' ? state : undefined;
    },
    { what: 'the export to end', timeoutMs: 60_000 },
  );
}

const listPrivateFiles = () =>
  page.evaluate<string[]>(`(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports', { create: true });
    return Array.fromAsync(folder.keys());
  })()`);

function expectWholeFile(state: ExportState): void {
  expect(state).toMatchObject({ state: 'done', rows: COUNT, expectedRows: COUNT });
  const bytes = readFileSync(join(chromium.downloadDir, state.fileName ?? ''));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8').slice(1), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  expect(errors).toEqual([]);
  expect(new Set(data.map((row) => row['Comment ID'])).size).toBe(COUNT);
  // The fifth kind of invented text begins with a formula; nothing in the file does.
  expect(data.filter((row) => row['Content']?.startsWith('\'=SUM(A1:A9) "quoted", text'))).toHaveLength(
    COUNT / 5,
  );
  // Every reply stands behind its root.
  let root = '';
  for (const row of data) {
    if (row['Level'] === '0') root = row['Comment ID'] ?? '';
    else expect(row['Thread (root comment ID)']).toBe(root);
  }
  const report = JSON.parse(
    readFileSync(join(chromium.downloadDir, state.reportName ?? ''), 'utf8'),
  ) as object;
  expect(report).toMatchObject({ file: { rows: COUNT, bytes: bytes.length }, comments: { got: COUNT } });
}

it('saves a file and its report, and leaves nothing behind', async () => {
  const { exportId, state } = await start();
  expect(state).toBe('writing');
  expectWholeFile(await untilEnded(exportId));
  await waitFor(async () => (await listPrivateFiles()).length === 0, {
    what: 'the written files to be removed',
  });
});

it('goes on when the service worker dies in the middle', async () => {
  const { exportId } = await start();
  await chromium.extension.killWorker();
  expectWholeFile(await untilEnded(exportId));
});

it('stops when told to, and saves nothing', async () => {
  const before = readdirSync(chromium.downloadDir).length;
  const { exportId } = await start();
  await call('export.cancel', { exportId });
  expect(await untilEnded(exportId)).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
  await waitFor(async () => (await listPrivateFiles()).length === 0, {
    what: 'the written files to be removed',
  });
  expect(readdirSync(chromium.downloadDir)).toHaveLength(before);
});

it('says that nothing is stored of a note that was never seen', async () => {
  await expect(start({ noteId: '65000000cccccccccccccccc' })).rejects.toThrow('export-empty');
});
