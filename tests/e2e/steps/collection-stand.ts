import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReplica } from '../../replica/start';
import type { NotePlan, Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { launchUndriven } from '../../support/browsers/undriven-chromium';
import type { UndrivenChromium, UndrivenPage } from '../../support/browsers/undriven-chromium';
import { buildExtension } from '../../support/built-extension';
import { readStore } from '../../support/extension-storage';
import { findSpecsDir } from '../../support/provider-specs';
import { removeFolder } from '../../support/remove-folder';
import { withProviderAccess } from '../../support/with-provider-access';
import { findNote } from './find-note';
import { createProviderCaller, prepareProviders } from './prepare-providers';
import type { Keys, ProviderCaller } from './prepare-providers';

export const DATABASE = 'hongshu-companion';

/** What is stored of a job, as far as tests look at it. */
export interface StoredJob {
  readonly jobId: string;
  readonly state: string;
  readonly createdAt: number;
  readonly endedAt?: number;
  readonly notBefore?: number;
  readonly error?: { readonly code: string };
  readonly progress: {
    readonly rows: number;
    readonly duplicates: number;
    readonly billedCalls: number;
    readonly itemsKnown: number;
  };
}

/**
 * A collection of comments from providers in a browser that nobody drives, and what can happen to it. Of the extension it
 * needs one quiet page, which shows nothing and wakes nothing.
 */
export interface CollectionStand {
  readonly replica: Replica;
  readonly note: WorldNote;
  readonly downloadDir: string;
  /** Evaluates an expression in the extension's origin. */
  evaluate(expression: string): Promise<unknown>;
  readonly caller: ProviderCaller;
  /** Begins to collect the note. */
  start(): Promise<void>;
  readJob(): Promise<StoredJob>;
  isWorkerRunning(): Promise<boolean>;
  killWorker(): Promise<void>;
  /** Kills the whole browser and starts it again with its profile. */
  killBrowser(): Promise<void>;
  /** Puts a newer version of the extension in its place, in the middle of whatever it does. */
  updateExtension(): Promise<void>;
  /** As any window of the extension does that opens: it asks the background for something. */
  wake(): Promise<void>;
  /** Closes every page of the extension, until the next look opens one. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export interface StandOptions {
  readonly plan: NotePlan;
  /** Default TikHub's alone. */
  readonly keys?: Keys;
  readonly latencyMs: number;
  /** In which the browser's profile is made; default that for temporary ones. */
  readonly within?: string;
}

/** Of both vendors: what a call costs is entered, so that nobody looks it up; no budget ends the job. */
const SETTINGS = {
  enteredPrices: {
    tikhub: { currency: 'USD', amount: 0.01 },
    justoneapi: { currency: 'USD', amount: 0.01 },
  },
  dailyBudget: {},
  jobBudget: {},
};

/** Starts replica and browser, agrees to everything and pastes the keys. */
export async function openCollectionStand(options: StandOptions): Promise<CollectionStand> {
  const { plan, keys = { tikhub: 'valid' }, latencyMs, within = tmpdir() } = options;
  const access = withProviderAccess(await buildExtension('chrome'));
  const folder = mkdtempSync(join(within, 'collection-'));
  const specsDir = findSpecsDir();
  const replica = await startReplica({ notes: [plan], ...(specsDir === undefined ? {} : { specsDir }) });
  for (const family of ['tikhub', 'justoneapi'] as const)
    replica.providerFaults[family].latencyMs = latencyMs;
  const note = findNote(replica, plan.key);
  const launch = () => launchUndriven({ replica, extensionDir: access.dir, folder });
  const view = createView(await launch());
  const caller = createProviderCaller(view.evaluate);
  await prepareProviders(view.evaluate, replica, keys);
  await caller.change(SETTINGS);
  return {
    replica,
    note,
    downloadDir: view.browser().downloadDir,
    evaluate: view.evaluate,
    caller,
    start: async () => {
      const order = { kind: 'collect-comments', input: { noteId: note.noteId }, agreed: true };
      await caller.demand('job.start', order);
    },
    readJob: async () => {
      const [job] = (await readStore(view.evaluate, DATABASE, 'jobs')) as StoredJob[];
      if (!job) throw new Error('There is no job.');
      return job;
    },
    isWorkerRunning: () => view.browser().isWorkerRunning(),
    killWorker: async () => (await view.page()).killWorker(),
    killBrowser: async () => {
      await view.browser().kill();
      view.take(await launch());
    },
    updateExtension: async () => {
      raiseVersion(access.dir);
      await view.browser().updateExtension();
      view.take(view.browser());
      const version = await view.evaluate('chrome.runtime.getManifest().version');
      if (version !== VERSION) throw new Error(`Version ${String(version)} runs in place of ${VERSION}.`);
    },
    wake: async () => void (await caller.demand('settings.change', { patch: {} })),
    closePages: async () => {
      await (await view.page()).close();
      view.take(view.browser());
    },
    close: async () => {
      await view.browser().close();
      await replica.close();
      access.remove();
      removeFolder(folder);
    },
  };
}

/** The browser of the moment, and a quiet page in it that is opened when it is needed. */
function createView(first: UndrivenChromium) {
  let browser = first;
  let opened: Promise<UndrivenPage> | undefined;
  const page = () => (opened ??= browser.openPage('manifest.json'));
  return {
    browser: () => browser,
    page,
    evaluate: async (expression: string) => (await page()).evaluate(expression),
    take: (next: UndrivenChromium) => {
      browser = next;
      opened = undefined;
    },
  };
}

/** Newer than any. */
const VERSION = '999.9.9';

function raiseVersion(extensionDir: string): void {
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  writeFileSync(path, JSON.stringify({ ...manifest, version: VERSION }));
}
