import type { Page } from 'playwright-core';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import type { BenchResult, RunBench } from './bench-result';
import { openPageWithComments } from './stored-comments';
import { toProgram } from './to-program';
import { watchWorkerHeaps } from './worker-heap';

const NOTE_ID = '65000000aaaaaaaaaaaaaaaa';
const MEGABYTE = 1_048_576;

interface ViewTimes {
  readonly firstRowsMs: number;
  readonly allRowsMs: number;
  readonly total: number;
  /** Filter and order, query by query, with the rows for a screen. */
  readonly queryMs: readonly number[];
  /** The longest task of the page's own thread meanwhile; those under 50 ms count as 0, the browser does not tell them. */
  readonly longestTaskMs: number;
}

/** The panel's view of 100,000 stored comments, asked as the panel asks it, in a page of the extension. */
export const run: RunBench = async ({ quick }) => {
  const count = quick ? 20_000 : 100_000;
  const chromium = await launchChromium({ extensionDir: await buildExtension('chrome') });
  try {
    const page = await openPageWithComments(chromium, NOTE_ID, count);
    const watch = await watchWorkerHeaps(page, { collecting: false });
    const times = await measure(page, count, quick ? 5 : 21);
    await watch.stop();
    return toResults(count, times, watch.peak());
  } finally {
    await chromium.close();
  }
};

async function measure(page: Page, count: number, runs: number): Promise<ViewTimes> {
  const times = await page.evaluate<ViewTimes>(toProgram(askView, { noteId: NOTE_ID, runs }));
  if (times.total !== count) throw new Error(`The view has ${times.total} rows instead of ${count}.`);
  return times;
}

function toResults(count: number, times: ViewTimes, heap: number): BenchResult[] {
  const of = `${count.toLocaleString('en')} comments`;
  const queries = [...times.queryMs].sort((a, b) => a - b);
  return [
    {
      name: `filter and sort ${of}`,
      value: queries[Math.floor(queries.length / 2)] ?? NaN,
      unit: 'ms',
      budget: 100,
      note: `median of ${queries.length} queries with their rows; longest ${queries.at(-1)?.toFixed(0)} ms`,
    },
    {
      name: `longest task of the page while ${of} are read, filtered and sorted`,
      value: times.longestTaskMs,
      unit: 'ms',
      budget: 50,
    },
    {
      name: `first rows of ${of}`,
      value: times.firstRowsMs,
      unit: 'ms',
      note: `all of them ${times.allRowsMs.toFixed(0)} ms`,
    },
    { name: `heap of the view's worker with ${of}`, value: heap / MEGABYTE, unit: 'MB at most' },
  ];
}

/** Runs in the page. */
async function askView({ noteId, runs }: { noteId: string; runs: number }): Promise<ViewTimes> {
  const worker = new Worker('/comment-view-worker.js');
  let lastId = 0;
  const ask = (name: string, ...args: unknown[]) =>
    new Promise<{ loading: boolean; total: number; rows: number }>((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      const listen = ({ data }: MessageEvent) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', listen);
        if (data.ok) resolve(data.value);
        else reject(new Error(JSON.stringify(data.error)));
      };
      worker.addEventListener('message', listen);
      worker.postMessage({ id, name, args });
    });
  let longestTaskMs = 0;
  // Tasks of the page's own thread; a gap between frames would also show how busy the rest of the machine is.
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  let summary = await ask('open', noteId);
  const firstRowsMs = performance.now() - began;
  while (summary.loading) summary = await ask('refresh');
  const allRowsMs = performance.now() - began;
  const texts = ['看', '多少', '用户12', '上海', 'quoted', '9'];
  const sorts = ['newest', 'likes', 'replies', 'oldest', 'site'];
  const queryMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const query = {
      text: texts[run % texts.length],
      sort: sorts[run % sorts.length],
      question: run % 3 === 0,
    };
    const asked = performance.now();
    await ask('setQuery', query);
    await ask('rows', 0, 60);
    queryMs.push(performance.now() - asked);
  }
  observer.disconnect();
  worker.terminate();
  return { firstRowsMs, allRowsMs, total: summary.total, queryMs, longestTaskMs };
}
