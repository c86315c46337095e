import { browser } from 'wxt/browser';

/** Who sent a message, as far as the guards look at it. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly windowId?: number | undefined;
        /** Firefox, in a build that may use containers. */
        readonly cookieStoreId?: string | undefined;
      }
    | undefined;
}

/** The container of a tab; `undefined` in none: what Firefox calls the user's own jar (MDN, cookies.CookieStore, 2026). */
export const toContainerId = (cookieStoreId: string | undefined): string | undefined =>
  cookieStoreId === 'firefox-default' ? undefined : cookieStoreId;

export type MessageListener = (message: unknown, sender: MessageSender) => Promise<unknown> | undefined;

export const extensionId = (): string => browser.runtime.id;

/** Address of a file of the extension (`/popup.html`). The types would only take names known after a build. */
export const toExtensionUrl = (path: string): string =>
  (browser.runtime as unknown as { getURL(path: string): string }).getURL(path);

export const extensionVersion = (): string => browser.runtime.getManifest().version;

/** Language of the browser's own interface, e.g. `zh-CN`. */
export const browserLanguage = (): string => browser.i18n.getUILanguage();

/** Sends to the other contexts of the extension; rejects when nobody there answers. */
export function sendToExtension(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message) as Promise<unknown>;
}

/**
 * Answers messages. The listener gives a promise for what it answers and `undefined`, at once, for what is not its
 * own. Attached synchronously, because a worker that was woken by a message must be listening after its first turn.
 */
export function listenForMessages(listener: MessageListener, signal?: AbortSignal): void {
  const onMessage = (message: unknown, sender: MessageSender) => listener(message, sender);
  browser.runtime.onMessage.addListener(onMessage as never);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage as never), {
    once: true,
  });
}

export type InstallReason = 'install' | 'update' | 'browser';

/** Installed, updated, or the browser itself was updated. */
export function onInstalled(listener: (reason: InstallReason) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') listener(reason);
    else listener('browser');
  });
}

export function onBrowserStarted(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}
