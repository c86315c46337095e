import { fakeBrowser } from 'wxt/testing';
import { guardOwnPages, guardSiteTabs } from '../../../src/messaging/guards';
import { contentToBackground } from '../../../src/messaging/content-to-background/schemas';
import { serve } from '../../../src/messaging/serve';
import { uiToBackground } from '../../../src/messaging/ui-to-background/schemas';
import type { WireAnswer } from '../../../src/messaging/wire';
import { createContentHandlers, createUiHandlers } from '../../../src/background/handlers/create-handlers';
import { createProviderServices } from '../../../src/background/providers/create-provider-services';
import { createJobServices } from '../../../src/background/jobs/create-job-services';
import { leaveTab } from '../../../src/background/pages/leave-tab';
import { createTabTracker } from '../../../src/background/pages/tab-tracker';
import { createProblems } from '../../../src/background/problems/create-problems';
import type { Services } from '../../../src/background/services';
import type { TabFacts } from '../../../src/platform/tabs';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';
import { AppError } from '../../../src/model/errors';
import { answerConsent, createSettingsReader } from '../../../src/storage/settings';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import { createJobOutside } from './job-outside';
import { createFakeLogins } from './fake-logins';
import type { FakeLogins } from './fake-logins';
import { createFakeOutside } from './fake-providers';
import type { FakeOutside, FakeProviders } from './fake-providers';
import { NOTE_ID, noteUrl } from './invented-note';

export const TAB = { id: 7, windowId: 1 };
export const NOW = 1_800_000_000_000;

export interface BackgroundUnderTest {
  readonly services: Services;
  readonly connection: DatabaseConnection;
  /** What was emitted to pages of the extension. */
  readonly events: { name: string; payload: unknown }[];
  /** What content scripts were asked. */
  readonly asked: { tabId: number; name: string; input: unknown }[];
  /** Whether the pages of tabs can be reached; at first as the options say. */
  isPageThere: boolean;
  /** What a page waits for before it answers a call. */
  beforeAnswer: (name: string) => Promise<void>;
  /** What the toolbar button says, by tab. */
  readonly badges: Map<number, string>;
  /** What was fetched from invented providers, and their clock. */
  readonly line: FakeOutside;
  /** The browser's tabs. */
  readonly tabs: Map<number, TabFacts>;
  /** Sends a message as the content script of the site tab does. */
  report(name: string, input: unknown, sender?: object): Promise<WireAnswer | undefined>;
  /** Sends a message as the extension's popup does. */
  call(name: string, input: unknown, sender?: object): Promise<WireAnswer | undefined>;
  reportPage(changes?: Record<string, unknown>): Promise<WireAnswer | undefined>;
  reportCapture(changes: Record<string, unknown>): Promise<WireAnswer | undefined>;
  /** The browser says that a tab was closed. */
  closeTab(tabId: number): Promise<void>;
  /** It hears nothing any more, as a worker that was ended; storage stays. */
  kill(): void;
  /** What was to be done later in this life is done: patience ends. */
  passTime(): void;
  /** Everything stored, by store. */
  readAll(): Promise<Record<string, unknown[]>>;
}

/** The background with its handlers, over a fake IndexedDB and a fake browser; what reaches into pages is recorded. */
export async function startBackgroundUnderTest(
  options: {
    readonly consent?: boolean;
    readonly connection?: DatabaseConnection;
    readonly isPageThere?: boolean;
    readonly providers?: FakeProviders;
    readonly logins?: FakeLogins;
    readonly windows?: Services['windows'];
  } = {},
): Promise<BackgroundUnderTest> {
  const stop = new AbortController();
  const connection = options.connection ?? createConnection(`test-${crypto.randomUUID()}`);
  const events: BackgroundUnderTest['events'] = [];
  const asked: BackgroundUnderTest['asked'] = [];
  const badges: BackgroundUnderTest['badges'] = new Map();
  const tabs: BackgroundUnderTest['tabs'] = new Map([
    [TAB.id, { tabId: TAB.id, windowId: TAB.windowId, url: noteUrl(), active: true, pinned: false }],
  ]);
  const emit: Services['emit'] = (name, payload) => {
    events.push({ name, payload });
    return Promise.resolve();
  };
  const settings = createSettingsReader();
  const problems = createProblems({ settings, now: () => NOW });
  const outside = createFakeOutside(options.providers, NOW);
  const own: Omit<Services, 'jobs'> = {
    connection,
    tracker: createTabTracker({
      settings,
      onChanged: (page) => emit('page.changed', { tabId: page.tabId }),
    }),
    exports: {
      start: () => Promise.reject(new AppError('export-empty')),
      startUnseen: () => Promise.reject(new AppError('export-empty')),
      cancel: () => Promise.resolve(),
      dropAll: () => Promise.resolve(),
      forgetNotes: () => Promise.resolve(),
      list: () => Promise.resolve([]),
    },
    problems,
    providers: createProviderServices({ connection, settings, emit, problems }, outside),
    now: () => outside.clock.now(),
    settings,
    emit,
    askPage: (tabId, name, input) => {
      if (!test.isPageThere) return Promise.reject(new AppError('page-not-reached'));
      asked.push({ tabId, name, input });
      return test.beforeAnswer(name);
    },
    readLive: () => Promise.resolve(undefined),
    findTab: (tabId) => Promise.resolve(tabs.get(tabId)),
    findSiteTabs: () => Promise.resolve([...tabs.values()].filter(({ url }) => url !== undefined)),
    injectContent: () => Promise.resolve(),
    showBadge: (tabId, { text }) => {
      badges.set(tabId, text);
      return Promise.resolve();
    },
    windows: options.windows ?? {
      open: () => Promise.resolve(undefined),
      close: () => Promise.resolve(),
      renew: () => Promise.resolve(),
    },
    logins: options.logins ?? createFakeLogins(),
    sendNotice: () => Promise.resolve(),
    dropBackupFile: () => Promise.resolve(),
    measureDisk: () => Promise.resolve({ usedBytes: 1, persisted: false }),
  };
  const jobOutside = createJobOutside();
  const services: Services = { ...own, jobs: createJobServices(own, jobOutside) };
  if (options.consent !== false) {
    await answerConsent({ answeredAt: 1, textVersion: 1 }, DEFAULT_SETTINGS.capture);
  }
  const browser = { hasAccess: () => Promise.resolve(true), createMenus: () => Promise.resolve() };
  serve(
    {
      to: 'background',
      contract: uiToBackground,
      handlers: createUiHandlers(services, browser),
      guard: guardOwnPages,
    },
    stop.signal,
  );
  serve(
    {
      to: 'background-from-content',
      contract: contentToBackground,
      handlers: createContentHandlers(services),
      guard: guardSiteTabs,
    },
    stop.signal,
  );
  const report: BackgroundUnderTest['report'] = (name, input, sender = siteSender()) =>
    send({ to: 'background-from-content', name, input }, sender);
  const test: BackgroundUnderTest = {
    services,
    isPageThere: options.isPageThere ?? true,
    beforeAnswer: () => Promise.resolve(),
    connection,
    events,
    asked,
    badges,
    tabs,
    line: outside,
    report,
    call: (name, input, sender = pageSender()) => send({ to: 'background', name, input }, sender),
    reportPage: (changes = {}) => report('page.report', { ...PAGE_REPORT, ...changes }),
    reportCapture: (changes) => report('capture.report', { ...CAPTURE, ...changes }),
    closeTab: (tabId) => leaveTab(services, tabId),
    kill: () => stop.abort(),
    passTime: jobOutside.passTime,
    readAll: () => readAll(connection),
  };
  return test;
}

const PAGE_REPORT = {
  url: noteUrl(),
  title: 'a title - 小红书',
  visible: true,
  loggedIn: true,
  captcha: false,
  at: NOW,
};

const CAPTURE = {
  url: `https://edith.xiaohongshu.com/api/sns/web/v2/comment/page?note_id=${NOTE_ID}&cursor=`,
  status: 200,
  pageUrl: noteUrl(),
  at: NOW,
};

export const siteSender = (changes: object = {}): object => ({
  id: fakeBrowser.runtime.id,
  frameId: 0,
  tab: { id: TAB.id, windowId: TAB.windowId },
  url: noteUrl(),
  ...changes,
});

export const pageSender = (changes: object = {}): object => ({
  id: fakeBrowser.runtime.id,
  url: `chrome-extension://${fakeBrowser.runtime.id}/popup.html`,
  ...changes,
});

/** Delivers a message to every listener, and answers what the one that took it answered. */
async function send(message: unknown, sender: object): Promise<WireAnswer | undefined> {
  const trigger = fakeBrowser.runtime.onMessage.trigger as (...args: unknown[]) => Promise<unknown[]>;
  const answers = await trigger(JSON.parse(JSON.stringify(message)), sender);
  return answers.find((answer) => answer !== undefined) as WireAnswer | undefined;
}

async function readAll(connection: DatabaseConnection): Promise<Record<string, unknown[]>> {
  const database = await connection.open();
  const stores: Record<string, unknown[]> = {};
  for (const name of [...database.objectStoreNames]) {
    const rows = await database.getAll(name);
    if (rows.length > 0) stores[name] = rows;
  }
  return stores;
}
