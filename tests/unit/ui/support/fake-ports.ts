import type { EventName } from '../../../../src/messaging/background-to-ui/schemas';
import type { EventPayload } from '../../../../src/messaging/events';
import { AppError } from '../../../../src/model/errors';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/model/settings';
import type { TabFacts } from '../../../../src/platform/tabs';
import type { Ports } from '../../../../src/ui/shell/ports';

type Answers = Record<string, (input: never) => unknown>;
type Listener = (payload: never) => void;

export interface FakePorts {
  readonly ports: Ports;
  /** Every call to the background, oldest first. */
  readonly calls: { readonly name: string; readonly input: unknown }[];
  /** What else was asked of the browser, as words. */
  readonly asked: string[];
  /** Files that were saved. */
  readonly saved: { readonly fileName: string; readonly mimeType: string; readonly text: string }[];
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  activate(tab: TabFacts): void;
  load(tabId: number): void;
  giveAccess(): void;
}

export const AGREED: Settings = {
  ...DEFAULT_SETTINGS,
  consent: { answeredAt: 1_700_000_000_000, textVersion: 1 },
};
export const TAB: TabFacts = {
  tabId: 7,
  windowId: 3,
  url: 'https://www.xiaohongshu.com/explore',
  active: true,
  pinned: false,
};

/** A world of a page that does what a test says: `answers` by call name, `readers` by reader. */
export function createFakePorts(
  world: {
    readonly answers?: Answers;
    readonly readers?: Partial<Ports['readers']>;
    readonly settings?: Settings;
    readonly tab?: TabFacts | undefined;
    readonly hasAccess?: boolean;
    readonly grants?: boolean;
    readonly hasNotices?: boolean;
  } = {},
): FakePorts {
  const calls: { name: string; input: unknown }[] = [];
  const asked: string[] = [];
  const saved: FakePorts['saved'] = [];
  const listeners = new Map<string, Set<Listener>>();
  const on = (name: string, listener: Listener, signal?: AbortSignal) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    signal?.addEventListener('abort', () => set.delete(listener));
  };
  const fire = (name: string, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  let tab = 'tab' in world ? world.tab : TAB;
  let hasAccess = world.hasAccess ?? true;
  const answers: Answers = {
    'export.list': () => [],
    'job.list-stuck': () => [],
    'problem.list': () => [],
    'viewer.find': () => null,
    'stop-sign.find': () => null,
    'page.known': () => null,
    'job.estimate': () => ({ calls: 1, isCached: false, fitsBudget: true, isGuess: true, gap: 'no-key' }),
    ...world.answers,
  };
  const note = (word: string) => {
    asked.push(word);
    return Promise.resolve();
  };
  const ports: Ports = {
    client: (async (name: string, input: unknown) => {
      calls.push({ name, input });
      const answer = answers[name];
      if (!answer) throw new AppError('unexpected', { details: { name } });
      return answer(input as never);
    }) as Ports['client'],
    onEvent: (name, listener, signal) => on(name, listener as Listener, signal),
    readers: {
      findNote: async () => undefined,
      listNotes: async () => [],
      countComments: async () => 0,
      countCommentPictures: async () => 0,
      listNewestComments: async () => [],
      findCommentList: async () => undefined,
      findSnapshots: async () => [],
      findExportMarks: async () => [],
      findAuthor: async () => undefined,
      findViewerNote: async () => undefined,
      findListing: async () => undefined,
      findNotesByAuthor: async () => ({ count: 0, newest: [] }),
      listNotifications: async () => [],
      listLedger: async () => [],
      sumLedger: async () => [],
      findRun: async () => [],
      findTopic: async () => undefined,
      listTopics: async () => [],
      listAuthors: async () => [],
      countNotesByAuthor: async () => new Map(),
      listJobs: async () => [],
      listJobItems: async () => [],
      listJobLog: async () => [],
      listActions: async () => [],
      listNoteDeeds: async () => ({ deeds: [], entries: [] }),
      findCommentsByKey: async (keys) => keys.map(() => undefined),
      listReplyPlans: async () => [],
      listReplyAttempts: async () => [],
      listActionsSince: async () => [],
      listTemplates: async () => [],
      ...world.readers,
    },
    settings: {
      read: async () => world.settings ?? AGREED,
      watch: (listener, signal) => on('settings', listener as Listener, signal),
    },
    tabs: {
      findActive: async () => tab,
      open: (url) => note(`open ${url}`),
      reload: (tabId) => note(`reload ${tabId}`),
      onActivated: (listener, signal) => on('activated', listener as Listener, signal),
      onLoading: (listener, signal) => on('loading', listener as Listener, signal),
    },
    access: {
      has: async () => hasAccess,
      request: async () => {
        asked.push('request access');
        hasAccess = world.grants ?? false;
        return hasAccess;
      },
      onGiven: (listener, signal) => on('given', listener as Listener, signal),
    },
    providerAccess: {
      request: async (family) => {
        asked.push(`request ${family}`);
        return world.grants ?? false;
      },
    },
    mediaAccess: {
      request: async () => {
        asked.push('request media');
        return world.grants ?? false;
      },
    },
    loginAccess: { isPossible: true, hasContainers: false, request: () => Promise.resolve(true) },
    notices: {
      has: async () => world.hasNotices ?? false,
      request: async () => {
        asked.push('request notices');
        return world.grants ?? false;
      },
    },
    saveText: async (file) => {
      saved.push(file);
      return file.fileName;
    },
    saveBlob: async ({ fileName, blob }) => {
      saved.push({ fileName, mimeType: blob.type, text: await blob.text() });
      return fileName;
    },
    askToKeepStorage: async () => {
      asked.push('keep storage');
      return true;
    },
    openPanel: (windowId) => note(`panel ${windowId}`),
    openPage: (page, screen) => note(`page ${page}${screen === undefined ? '' : ` ${screen}`}`),
    closePage: () => asked.push('close'),
    browserLanguage: 'en-US',
    version: '1.2.3',
    browserVersion: 'Chromium 156',
  };
  return {
    ports,
    calls,
    asked,
    saved,
    emit: fire,
    activate(next) {
      tab = next;
      fire('activated', { tabId: next.tabId, windowId: next.windowId });
    },
    load: (tabId) => fire('loading', { tabId, status: 'complete' }),
    giveAccess() {
      hasAccess = true;
      fire('given', undefined);
    },
  };
}
