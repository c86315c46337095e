import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import type { DevtoolsPages } from './devtools-pages';
import { listDatabases, readDatabase, readStorageArea } from '../extension-storage';
import { waitFor } from '../wait-for';

export interface ChromiumExtension {
  readonly id: string;
  /** `chrome-extension://<id>/<path>` */
  urlOf(path: string): string;
  /** Opens one of the extension's pages in a tab of its own and brings it to the front. */
  openPage(path: string): Promise<Page>;
  /** The welcome page, which the extension opens when it is installed. */
  findWelcomePage(): Promise<Page>;
  /** Opens the real popup over the tab in front. One that is open already is taken. It closes by itself when it loses the focus. */
  openPopup(): Promise<Page>;
  /** Opens the real side panel of the window in front, by a gesture in the real popup. */
  openSidePanel(): Promise<Page>;
  /** The side panel after something else has opened it. */
  attachSidePanel(): Promise<Page>;
  /** Addresses of all pages, popups and panels of the extension that are open. */
  listOpenViews(): Promise<readonly string[]>;
  /** All records of one database of the extension, by store. */
  readDatabase(name: string): ReturnType<typeof readDatabase>;
  listDatabases(): Promise<readonly string[]>;
  readStorage(area: 'local' | 'session' | 'sync'): Promise<Readonly<Record<string, unknown>>>;
  /** Evaluates an expression where the extension's interfaces are; wakes nothing and shows nothing to the user. */
  evaluate(expression: string): Promise<unknown>;
  /** Stops the service worker as the browser does; resolves when it has stopped. */
  killWorker(): Promise<void>;
}

interface ExtensionPorts {
  readonly context: BrowserContext;
  readonly browserSession: CDPSession;
  readonly devtools: DevtoolsPages;
  readonly colorScheme: 'light' | 'dark';
}

/** A file of every extension that shows nothing and runs none of its code, but has its origin and interfaces. */
const quietPath = 'manifest.json';

/** Waits for the worker of the one extension in this browser, and gives what tests do with the extension. */
export async function createChromiumExtension(ports: ExtensionPorts): Promise<ChromiumExtension> {
  const { context, browserSession, devtools } = ports;
  const worker = await findWorker(context);
  const id = new URL(worker.url()).host;
  const urlOf = (path: string) => `chrome-extension://${id}/${path}`;
  let quietPage: Page | undefined;

  /** A background tab in the extension's origin; opened once, never in front. */
  const openQuietPage = async (): Promise<Page> => {
    if (quietPage && !quietPage.isClosed()) return quietPage;
    const opened = context.waitForEvent('page', {
      predicate: (page) => page.url().startsWith(urlOf(quietPath)) || page.url() === 'about:blank',
    });
    await browserSession.send('Target.createTarget', { url: urlOf(quietPath), background: true });
    quietPage = await opened;
    await quietPage.waitForURL(urlOf(quietPath));
    return quietPage;
  };
  const evaluate = async (expression: string) => (await openQuietPage()).evaluate<unknown>(expression);

  const attach = async (path: string): Promise<Page> => {
    const page = await devtools.attach(urlOf(path));
    await page.emulateMedia({ colorScheme: ports.colorScheme });
    return page;
  };
  const openPopupOnce = async () => {
    const isOpen = (await devtools.list()).some((target) => target.url.startsWith(urlOf('popup.html')));
    // While one is open it is the window in front, and Chromium finds no browser window to open another in.
    if (!isOpen) await evaluate('chrome.action.openPopup()');
    return attach('popup.html');
  };
  // A popup may close between being opened and being attached to, when something else takes the focus: opened again.
  const openPopup = () => openPopupOnce().catch(openPopupOnce);
  return {
    id,
    urlOf,
    async openPage(path) {
      const page = await context.newPage();
      await page.goto(urlOf(path));
      return page;
    },
    findWelcomePage: () =>
      waitFor(() => context.pages().find((page) => page.url().startsWith(urlOf('welcome.html'))), {
        what: 'the welcome page to be opened',
      }),
    openPopup,
    async openSidePanel() {
      await openPanelByGesture(await openPopup());
      return attach('sidepanel.html');
    },
    attachSidePanel: () => attach('sidepanel.html'),
    evaluate,
    async listOpenViews() {
      const targets = await devtools.list();
      return targets.filter((target) => target.url.startsWith(urlOf(''))).map((target) => target.url);
    },
    readDatabase: (name) => readDatabase(evaluate, name),
    listDatabases: () => listDatabases(evaluate),
    readStorage: (area) => readStorageArea(evaluate, area),
    async killWorker() {
      const page = await openQuietPage();
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      const stop = async (triesLeft: number): Promise<void> => {
        await session.send('ServiceWorker.stopAllWorkers');
        const isGone = async () => !(await devtools.list()).some((target) => isWorkerOf(id, target));
        const gone = { what: 'the service worker to have stopped', timeoutMs: 4_000, everyMs: 10 };
        // An open page that asks at that moment begins its next life before it is seen gone: then once more.
        await waitFor(isGone, gone).catch((error: unknown) => {
          if (triesLeft === 0) throw error;
          return stop(triesLeft - 1);
        });
      };
      await stop(4);
      await session.detach();
    },
  };
}

function isWorkerOf(id: string, target: { readonly type: string; readonly url: string }): boolean {
  return target.type === 'service_worker' && target.url.startsWith(`chrome-extension://${id}/`);
}

async function findWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
}

/** `sidePanel.open` asks for a user's gesture; an evaluation in the popup can carry one (measured, Chromium 156). */
async function openPanelByGesture(popup: Page): Promise<void> {
  const session = await popup.context().newCDPSession(popup);
  const outcome = await session
    .send('Runtime.evaluate', {
      expression:
        'chrome.windows.getCurrent().then((window) => chrome.sidePanel.open({ windowId: window.id }))',
      userGesture: true,
      awaitPromise: true,
    })
    .catch((error: unknown) => {
      // The popup closes when the panel takes the focus, often before the answer has come.
      if (!popup.isClosed()) throw error;
      return undefined;
    });
  const failure = outcome?.exceptionDetails;
  if (failure)
    throw new Error(`The side panel did not open: ${failure.exception?.description ?? failure.text}`);
}
