import type { Page } from 'playwright-core';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import type { BenchResult, RunBench } from './bench-result';
import { openPageWithComments, toBareRead } from './stored-comments';
import { toProgram } from './to-program';
import { watchWorkerHeaps } from './worker-heap';

const NOTE_ID = '65000000aaaaaaaaaaaaaaaa';
const MEGABYTE = 1_048_576;

/** 100,000 stored comments to a CSV, in the worker that does it for users, beside a bare read in such a worker. */
export const run: RunBench = async ({ quick }) => {
  const count = quick ? 20_000 : 100_000;
  const chromium = await launchChromium({ extensionDir: await buildExtension('chrome') });
  try {
    const page = await openPageWithComments(chromium, NOTE_ID, count);
    const bare: number[] = [];
    const ours: number[] = [];
    for (let turn = -1; turn < (quick ? 3 : 11); turn += 1) {
      const times = { bare: await readInWorker(page), ours: await exportOnce(page, count) };
      // The first turn warms the caches.
      if (turn < 0) continue;
      bare.push(times.bare);
      ours.push(times.ours);
    }
    return [compare(count, median(bare), median(ours), bare.length), await measureHeap(page, count)];
  } finally {
    await chromium.close();
  }
};

function compare(count: number, bare: number, ours: number, runs: number): BenchResult {
  return {
    name: `${count.toLocaleString('en')} stored comments to CSV`,
    value: ours / bare,
    unit: '× the bare read',
    budget: 2,
    note: `${ours.toFixed(0)} ms beside ${bare.toFixed(0)} ms, medians of ${runs} runs each`,
  };
}

async function measureHeap(page: Page, count: number): Promise<BenchResult> {
  const watch = await watchWorkerHeaps(page);
  await exportOnce(page, count);
  await watch.stop();
  return {
    name: `heap of the worker while it writes ${count.toLocaleString('en')} comments`,
    value: watch.peak() / MEGABYTE,
    unit: 'MB at most',
    budget: 64,
    note: 'objects and typed arrays, garbage included',
  };
}

async function readInWorker(page: Page): Promise<number> {
  const started = page.waitForEvent('worker');
  await page.evaluate(`void (globalThis.bareWorker = new Worker('/comment-view-worker.js'))`);
  const time = await (await started).evaluate<number>(toBareRead(NOTE_ID));
  await page.evaluate(`globalThis.bareWorker.terminate()`);
  return time;
}

/** Milliseconds from the first message to the worker until its file is written; the rows are counted. */
async function exportOnce(page: Page, count: number): Promise<number> {
  const { rows, time } = await page.evaluate<{ rows: number; time: number }>(toProgram(runExport, NOTE_ID));
  if (rows !== count) throw new Error(`The file has ${rows} rows instead of ${count}.`);
  return time;
}

/** Runs in the page. */
async function runExport(noteId: string): Promise<{ rows: number; time: number }> {
  const exportId = crypto.randomUUID();
  const began = performance.now();
  const worker = new Worker('/export-worker.js');
  const rows = await new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.kind === 'written') resolve(data.written.rows);
      else if (data.kind === 'failed') reject(new Error(JSON.stringify(data.error)));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    const request = {
      noteId,
      format: 'csv',
      preset: 'excel',
      withNoteColumns: false,
      timeZone: 'Asia/Shanghai',
      language: 'zh-CN',
    };
    worker.postMessage({ exportId, request, startedAt: Date.now(), extensionVersion: '0' });
  });
  const time = performance.now() - began;
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
  for (const part of ['file', 'report']) await folder.removeEntry(`${exportId}.${part}`);
  return { rows, time };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
