import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startReplica } from '../replica/start';
import type { Replica } from '../replica/types';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import type { RunningChromium } from '../support/chromium';
import { projectDir } from '../support/project-paths';
import type { BenchResult, RunBench } from './bench-result';
import { measureScriptTime } from './page-script/script-time';

const BASELINE = join(projectDir, 'tests', 'bench', 'page-script', 'baseline');
/** What the manifest puts into every page of the site, and what comes into it later. */
const READING_SCRIPTS = ['page.js', 'observer.js', 'looking.js', 'loading.js'];
/** What comes on top where the user acts, and nowhere else. */
const ACTING_SCRIPTS = ['acting.js'];
const KILOBYTE = 1_000;

/**
 * What the extension costs a note page: time of its scripts beside that of the smallest extension with the same two
 * jobs (a message to the background, fetch and XMLHttpRequest wrapped), run in turns; and the size of what is injected.
 */
export const run: RunBench = async ({ quick }) => {
  const extensionDir = await buildExtension('chrome');
  const replica = await startReplica({});
  try {
    const times = await measureInTurns(replica, extensionDir, quick ? 21 : 41);
    const [floor, ours] = [median(times.baseline), median(times.ours)];
    return [
      {
        name: 'script time added to a note page',
        value: ours / floor,
        unit: '× the smallest extension',
        budget: 3,
        note: `${ours.toFixed(2)} ms beside ${floor.toFixed(2)} ms, medians of ${times.ours.length} loads each`,
      },
      measureSize(extensionDir, {
        name: 'scripts injected into a page that is read, gzip',
        files: READING_SCRIPTS,
        budget: 12,
      }),
      measureSize(extensionDir, {
        name: 'script that comes on top when the user acts in a page, gzip',
        files: ACTING_SCRIPTS,
        budget: 8,
      }),
    ];
  } finally {
    await replica.close();
  }
};

async function measureInTurns(replica: Replica, extensionDir: string, runs: number) {
  const browsers: { name: 'baseline' | 'ours'; chromium: RunningChromium }[] = [];
  const times = { baseline: [] as number[], ours: [] as number[] };
  try {
    for (const [name, dir] of [
      ['baseline', BASELINE],
      ['ours', extensionDir],
    ] as const) {
      browsers.push({
        name,
        chromium: await launchChromium({ replica, extensionDir: dir, session: 'member' }),
      });
    }
    const ours = browsers.at(-1)?.chromium;
    if (ours) await agree(ours);
    for (let turn = -1; turn < runs; turn += 1) {
      for (const { name, chromium } of browsers) {
        const time = await measureLoad(chromium, replica.noteUrl('tea'));
        // The first load of each warms the browser's own caches.
        if (turn >= 0) times[name].push(time);
      }
    }
    return times;
  } finally {
    for (const { chromium } of browsers) await chromium.close();
  }
}

/** As it is used: with consent, so that what the page loads is copied and sent on. */
async function agree(chromium: RunningChromium): Promise<void> {
  const capture = { notes: true, authors: false, feeds: false, searches: false, notifications: false };
  const call = { to: 'background', name: 'consent.answer', input: { agreed: true, capture } };
  const answer = await chromium.extension.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(call)})`);
  if ((answer as { ok?: boolean } | undefined)?.ok !== true) {
    throw new Error(`The extension did not take the consent: ${JSON.stringify(answer)}`);
  }
}

/** Until the first comments are drawn and the page has come to rest. */
async function measureLoad(chromium: RunningChromium, url: string): Promise<number> {
  const browser = chromium.context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const page = await chromium.context.newPage();
  try {
    return await measureScriptTime(browser, page, async () => {
      await page.goto(url);
      await page.locator('.comment-item').first().waitFor();
      await rest(page);
    });
  } finally {
    await page.close();
  }
}

/** Until the page's own thread has had nothing to do for a second, four times in a row. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300)));
    }
  });
}

interface Injected {
  readonly name: string;
  readonly files: readonly string[];
  readonly budget: number;
}

function measureSize(extensionDir: string, { name, files, budget }: Injected): BenchResult {
  const sizes = files.map((file) => ({
    file,
    size: gzipSync(readFileSync(join(extensionDir, file)), { level: 9 }).length / KILOBYTE,
  }));
  return {
    ...{ name, unit: 'kB', budget },
    value: sizes.reduce((sum, { size }) => sum + size, 0),
    note: sizes.map(({ file, size }) => `${file} ${size.toFixed(2)}`).join(', '),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
