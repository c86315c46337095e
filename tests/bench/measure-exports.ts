import type { Page } from 'playwright-core';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import type { BenchResult } from './bench-result';
import { openPageWithComments, toBareRead } from './stored-comments';
import { toProgram } from './to-program';
import { watchWorkerHeaps } from './worker-heap';

const NOTE_ID = '65000000aaaaaaaaaaaaaaaa';
const MEGABYTE = 1_048_576;

type Format = 'csv' | 'jsonl' | 'xlsx' | 'parquet';

const MOST_HEAP_MB = 64;

export interface ExportMeasuring {
  readonly count: number;
  /** How often each row format is written, beside as many bare reads. */
  readonly turns: number;
  /** What a row format may take, as a multiple of reading the rows and doing nothing with them. */
  readonly budget: number;
  /** Whether the formats that pack what they write are written, too; of them the figures are told. */
  readonly packs: boolean;
}

/**
 * Stored comments to files, in the worker that writes them for users, beside a bare read in such a worker, turn by turn:
 * CSV and JSONL within their budgets.
 */
export async function measureExports({
  count,
  turns,
  budget,
  packs,
}: ExportMeasuring): Promise<BenchResult[]> {
  const chromium = await launchChromium({ extensionDir: await buildExtension('chrome') });
  try {
    const page = await openPageWithComments(chromium, NOTE_ID, count);
    const bare: number[] = [];
    const times: Record<'csv' | 'jsonl', number[]> = { csv: [], jsonl: [] };
    const tasks: number[] = [];
    for (let turn = -1; turn < turns; turn += 1) {
      const read = await readInWorker(page);
      const csv = await exportOnce(page, count, 'csv');
      const jsonl = await exportOnce(page, count, 'jsonl');
      // The first turn warms the caches.
      if (turn < 0) continue;
      bare.push(read);
      times.csv.push(csv.time);
      times.jsonl.push(jsonl.time);
      tasks.push(csv.longestTaskMs, jsonl.longestTaskMs);
    }
    const floor = median(bare);
    const results: BenchResult[] = [];
    for (const format of ['csv', 'jsonl'] as const) {
      results.push(compare({ count, format, budget }, floor, times[format]));
      results.push(await measureHeap(page, count, format));
    }
    results.push(toTaskResult(count, tasks));
    for (const format of packs ? (['xlsx', 'parquet'] as const) : []) {
      results.push(compare({ count, format }, floor, [(await exportOnce(page, count, format)).time]));
      results.push(await measureHeap(page, count, format));
    }
    return results;
  } finally {
    await chromium.close();
  }
}

function compare(
  { count, format, budget }: { count: number; format: Format; budget?: number },
  bare: number,
  times: readonly number[],
): BenchResult {
  const ours = median(times);
  return {
    name: `${count.toLocaleString('en')} stored comments to ${format.toUpperCase()}`,
    value: ours / bare,
    unit: '× the bare read',
    ...(budget === undefined ? {} : { budget }),
    note: `${ours.toFixed(0)} ms beside ${bare.toFixed(0)} ms, ${times.length} runs`,
  };
}

function toTaskResult(count: number, tasks: readonly number[]): BenchResult {
  return {
    name: `longest task of the page while ${count.toLocaleString('en')} comments are written`,
    value: median(tasks),
    unit: 'ms',
    budget: 50,
    note: `median of ${tasks.length} files; longest ${Math.max(...tasks).toFixed(0)} ms; those under 50 count as 0`,
  };
}

async function measureHeap(page: Page, count: number, format: Format): Promise<BenchResult> {
  const watch = await watchWorkerHeaps(page, { collecting: true });
  await exportOnce(page, count, format);
  await watch.stop();
  return {
    name: `held by the worker while it writes ${count.toLocaleString('en')} comments as ${format.toUpperCase()}`,
    value: watch.peak() / MEGABYTE,
    unit: 'MB at most',
    ...(format === 'csv' || format === 'jsonl' ? { budget: MOST_HEAP_MB } : {}),
    note: 'objects and typed arrays, what can be collected not counted',
  };
}

async function readInWorker(page: Page): Promise<number> {
  const started = page.waitForEvent('worker');
  await page.evaluate(`void (globalThis.bareWorker = new Worker('/comment-view-worker.js'))`);
  const time = await (await started).evaluate<number>(toBareRead(NOTE_ID));
  await page.evaluate(`globalThis.bareWorker.terminate()`);
  return time;
}

interface Export {
  readonly rows: number;
  /** From the first message to the worker until its file is written. */
  readonly time: number;
  /** Of the page that asked; the browser does not tell those under 50 ms. */
  readonly longestTaskMs: number;
}

/** Writes a file; its rows are counted. */
async function exportOnce(page: Page, count: number, format: Format): Promise<Export> {
  const written = await page.evaluate<Export>(toProgram(runExport, { noteId: NOTE_ID, format }));
  if (written.rows !== count) throw new Error(`The file has ${written.rows} rows instead of ${count}.`);
  return written;
}

/** Runs in the page. */
async function runExport({ noteId, format }: { noteId: string; format: Format }): Promise<Export> {
  const exportId = crypto.randomUUID();
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
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
      format,
      preset: 'excel',
      withNoteColumns: false,
      timeZone: 'Asia/Shanghai',
      language: 'zh-CN',
    };
    worker.postMessage({ exportId, request, startedAt: Date.now(), extensionVersion: '0' });
  });
  const time = performance.now() - began;
  observer.disconnect();
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
  for (const part of ['file', 'report']) await folder.removeEntry(`${exportId}.${part}`);
  return { rows, time, longestTaskMs };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
