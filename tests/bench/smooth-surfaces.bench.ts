import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { DATABASE } from '../e2e/steps/collection-stand';
import type { StoredJob } from '../e2e/steps/collection-stand';
import { findNote } from '../e2e/steps/find-note';
import { launchWithProviders } from '../e2e/steps/launch-with-providers';
import type { Stage } from '../e2e/steps/launch-with-replica';
import { measureFrames } from '../e2e/steps/measure-frames';
import { prepareProviders } from '../e2e/steps/prepare-providers';
import type { ProviderCaller } from '../e2e/steps/prepare-providers';
import { readDownload } from '../e2e/steps/read-download';
import { storeNotes } from '../e2e/steps/store-notes';
import { readStore } from '../support/extension-storage';
import { waitFor } from '../support/wait-for';
import type { BenchResult, RunBench } from './bench-result';
import { toFill } from './stored-comments';

/** A frame; what one task of a page's own thread may compute at most. */
const MOST_MS = 50;
/** In a quick run, where the code of the pages is hardly warm, and which is to hold where others work beside it. */
const MOST_OF_FEW_MS = 100;
const LATENCY_MS = 50;
/** What else lies in the library. */
const NOTES = 500;

/** Where somebody may be looking meanwhile. */
const SURFACES = ['panel', 'jobs', 'job', 'notes'] as const;
type Surface = (typeof SURFACES)[number];

const LABELS = {
  panel: 'the side panel',
  jobs: 'Library → Jobs',
  job: 'one job of Library → Jobs',
  notes: 'Library → Notes',
} as const satisfies Record<Surface, string>;

/**
 * The longest task of the pages that people look at, while thousands of comments are collected from a vendor without a
 * limit of calls a second, and while a large note is written to a file: the processor time of the page's own thread.
 */
export const run: RunBench = async ({ quick }) => {
  const collected = quick ? 500 : 3_000;
  const stored = quick ? 20_000 : 100_000;
  const stage = await openStage(collected, stored);
  try {
    const results: BenchResult[] = [];
    for (const surface of SURFACES) results.push(await measureCollecting(stage, surface, collected));
    for (const surface of ['panel', 'notes'] as const)
      results.push(await measureExport(stage, surface, stored));
    return results.map((result) => ({ ...result, budget: quick ? MOST_OF_FEW_MS : MOST_MS }));
  } finally {
    await stage.close();
  }
};

interface SmoothStage extends Stage {
  readonly caller: ProviderCaller;
  readonly site: Page;
  readonly panel: Page;
  readonly library: Page;
}

async function openStage(collected: number, stored: number): Promise<SmoothStage> {
  const notes = SURFACES.map((key) => ({
    key,
    topLevelComments: collected * 0.4,
    repliesOf: (index: number) => (index % 20 === 0 ? 26 : index % 5 === 1 ? 1 : 0),
  }));
  const stage = await launchWithProviders({
    replica: { notes: [...notes, { key: 'large', topLevelComments: 0 }] },
  });
  const { chromium, replica } = stage;
  const caller = await prepareProviders(chromium.extension.evaluate, replica, { justoneapi: 'valid' });
  replica.providerFaults.justoneapi.latencyMs = LATENCY_MS;
  await caller.change({
    enteredPrices: { justoneapi: { currency: 'USD', amount: 0.01 } },
    dailyBudget: {},
    jobBudget: {},
  });
  // A page that reads makes the database.
  const library = await chromium.extension.openPage('library.html#jobs');
  await library.getByText('No jobs yet').waitFor();
  // The loader of these files names functions by a call of it; so, too, those that are sent to pages (see `to-program`).
  await chromium.extension.evaluate('void (globalThis.__name = (act) => act)');
  await storeNotes(chromium.extension, { notes: NOTES, withComments: 10, commentsEach: 200 });
  await library.evaluate(toFill(findNote(replica, 'large').noteId, stored));
  const site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('panel'));
  const panel = await chromium.extension.openSidePanel();
  for (const page of [panel, library]) await page.evaluate('void (globalThis.__name = (act) => act)');
  return { ...stage, caller, site, panel, library };
}

async function measureCollecting(stage: SmoothStage, surface: Surface, count: number): Promise<BenchResult> {
  const { replica, chromium, caller, library, panel } = stage;
  const { noteId } = findNote(replica, surface);
  const order = { kind: 'collect-comments', input: { noteId }, agreed: true };
  if (surface !== 'panel') await library.goto(chromium.extension.urlOf(`library.html#${surface}`));
  if (surface === 'notes')
    await library.getByRole('table', { name: 'Notes' }).getByRole('row').nth(1).waitFor();
  const findEnded = async (jobId: string) => {
    const jobs = (await readStore(chromium.extension.evaluate, DATABASE, 'jobs')) as readonly StoredJob[];
    return jobs.find((job) => job.jobId === jobId && job.endedAt !== undefined);
  };
  const { longestTask } = await measureFrames(surface === 'panel' ? panel : library, async () => {
    const { jobId } = await caller.demand<StoredJob>('job.start', order);
    if (surface === 'job') await library.evaluate(`location.hash = 'jobs/${jobId}'`);
    const { state } = await waitFor(() => findEnded(jobId), {
      what: 'the job to be over',
      timeoutMs: 300_000,
      everyMs: 250,
    });
    if (state !== 'done') throw new Error(`The job ended ${state}.`);
  });
  return toResult(surface, `${count.toLocaleString('en')} comments are collected`, longestTask);
}

async function measureExport(
  { replica, chromium, site, panel, library }: SmoothStage,
  surface: 'panel' | 'notes',
  count: number,
): Promise<BenchResult> {
  await site.bringToFront();
  await site.goto(replica.noteUrl('large'));
  const button = panel.getByRole('button', { name: 'Export CSV' });
  await panel.locator(`[role=article][aria-setsize="${count}"]`).first().waitFor();
  const before = readdirSync(chromium.downloadDir);
  const { longestTask } = await measureFrames(surface === 'panel' ? panel : library, async () => {
    await button.click();
    await readDownload(chromium.downloadDir, '.csv', before);
  });
  return toResult(surface, `${count.toLocaleString('en')} comments are written`, longestTask);
}

function toResult(surface: Surface, meanwhile: string, longestTask: number): BenchResult {
  return {
    name: `longest task of ${LABELS[surface]} while ${meanwhile}`,
    value: longestTask,
    unit: 'ms',
    note: 'processor time of its own thread',
  };
}
