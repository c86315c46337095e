import type { Browser, Page } from 'puppeteer-core';
import { listDatabases, readDatabase, readStorageArea } from '../extension-storage';
import { waitFor } from '../wait-for';
import { openMozExtensionPage } from './firefox-page';
import { createFirefoxSidebar } from './firefox-sidebar';
import type { FirefoxSidebar } from './firefox-sidebar';

export interface FirefoxExtension {
  readonly addonId: string;
  /** `moz-extension://<uuid>/<path>` */
  urlOf(path: string): string;
  /** Opens one of the extension's pages in a tab of its own, in front. */
  openPage(path: string): Promise<Page>;
  /** The real sidebar; opened as a user does from the browser's own list of sidebars, where it is not open. */
  findSidebar(): Promise<FirefoxSidebar>;
  /** Waits until the browser asks the user whether the extension may have more, and answers. */
  answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void>;
  readDatabase(name: string): ReturnType<typeof readDatabase>;
  listDatabases(): Promise<readonly string[]>;
  readStorage(area: 'local' | 'session' | 'sync'): Promise<Readonly<Record<string, unknown>>>;
  /** Evaluates an expression where the extension's interfaces are. */
  evaluate(expression: string): Promise<unknown>;
  /** Ends the event page at whatever line it is. */
  killBackground(): Promise<void>;
  /** Uncaught errors of the extension's pages, background and page scripts since the browser began. */
  listErrors(): Promise<readonly string[]>;
  /** Evaluates an expression with the browser's own rights, e.g. to look at the real sidebar. */
  evaluateInBrowser(expression: string): Promise<unknown>;
}

/** A file that shows nothing and runs nothing, but has the extension's origin and interfaces. */
const quietPath = 'manifest.json';

/** What tests do with the extension that has been installed in this Firefox. */
export function createFirefoxExtension(browser: Browser, addonId: string, uuid: string): FirefoxExtension {
  const urlOf = (path: string) => `moz-extension://${uuid}/${path}`;
  let quietPage: Page | undefined;
  const evaluate = async (expression: string): Promise<unknown> => {
    if (!quietPage || quietPage.isClosed()) {
      quietPage = await browser.newPage({ type: 'tab', background: true });
      await openMozExtensionPage(quietPage, urlOf(quietPath));
    }
    return quietPage.evaluate(expression);
  };
  // What lies deep in an object does not come over BiDi by value (measured, Firefox 153); a text does.
  const evaluateWhole = async (expression: string): Promise<unknown> => {
    const text = await evaluate(`Promise.resolve(${expression}).then((value) => JSON.stringify(value))`);
    return text === undefined ? undefined : (JSON.parse(String(text)) as unknown);
  };
  const evaluateInBrowser = (expression: string) => evaluatePrivileged(browser, expression);
  return {
    addonId,
    urlOf,
    async openPage(path) {
      const page = await browser.newPage();
      await openMozExtensionPage(page, urlOf(path));
      return page;
    },
    evaluate,
    async findSidebar() {
      await openSidebar(evaluateInBrowser, addonId);
      return createFirefoxSidebar(evaluate, evaluateInBrowser);
    },
    async answerPermissionPrompt(answer) {
      const button = answer === 'allow' ? 'button' : 'secondaryButton';
      await waitFor(() => evaluateInBrowser(toPromptAnswer(button)), { what: 'the browser to ask the user' });
    },
    readDatabase: (name) => readDatabase(evaluateWhole, name),
    listDatabases: () => listDatabases(evaluate),
    readStorage: (area) => readStorageArea(evaluate, area),
    evaluateInBrowser,
    listErrors: async () =>
      JSON.parse(String(await evaluateInBrowser(toErrorListing(urlOf(''))))) as readonly string[],
    async killBackground() {
      const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)})`;
      await evaluateInBrowser(`${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true })`);
    },
  };
}

/** The browser names an extension's sidebar after its id (Firefox 153: lower case, anything unusual as `_`). */
async function openSidebar(
  evaluateInBrowser: (expression: string) => Promise<unknown>,
  addonId: string,
): Promise<void> {
  const name = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
  await evaluateInBrowser(`SidebarController.currentID === ${JSON.stringify(name)} && SidebarController.isOpen
    ? true : SidebarController.show(${JSON.stringify(name)})`);
}

/** Presses a button of the prompt, if it is there and takes presses already. */
function toPromptAnswer(button: 'button' | 'secondaryButton'): string {
  return `(() => {
    const { panel } = PopupNotifications;
    const prompt = panel.firstElementChild;
    if (panel.state !== 'open' || prompt?.id !== 'addon-webext-permissions-notification') return false;
    prompt.${button}.click();
    return true;
  })()`;
}

/** Lists what the browser's console has as errors of files below this address; warnings are left out. */
function toErrorListing(address: string): string {
  return `JSON.stringify(Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(({ sourceName, flags }) => sourceName?.startsWith(${JSON.stringify(address)}) && !(flags & Ci.nsIScriptError.warningFlag))
    .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + ' (' + sourceName + ':' + lineNumber + ')'))`;
}

/** The part of puppeteer's BiDi connection that is needed; puppeteer has no public way to the browser's own window. */
interface BidiConnection {
  send(method: string, parameters: unknown): Promise<{ result: unknown }>;
}

async function evaluatePrivileged(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: readonly { context: string; url: string }[];
  };
  const window = tree.contexts.find((context) => context.url.endsWith('browser.xhtml'));
  if (!window) throw new Error('Firefox shows no browser window to BiDi.');
  const answer = (
    await connection.send('script.evaluate', {
      expression,
      target: { context: window.context },
      awaitPromise: true,
    })
  ).result as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
  if (answer.type !== 'success')
    throw new Error(`In the browser's window: ${answer.exceptionDetails?.text ?? answer.type}`);
  return answer.result?.value;
}
