import { browser } from 'wxt/browser';

/** A tab, as far as the product looks at it. `url` is only there for hosts the browser lets us see. */
export interface TabFacts {
  readonly tabId: number;
  readonly windowId: number;
  readonly url: string | undefined;
  readonly active: boolean;
  readonly pinned: boolean;
}

interface BrowserTab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
  active?: boolean;
  pinned?: boolean;
}

export function toTabFacts(tab: BrowserTab): TabFacts | undefined {
  if (tab.id === undefined || tab.windowId === undefined) return undefined;
  return {
    tabId: tab.id,
    windowId: tab.windowId,
    url: tab.url,
    active: tab.active ?? false,
    pinned: tab.pinned ?? false,
  };
}

/** The tab, or `undefined` when it is gone. */
export async function findTab(tabId: number): Promise<TabFacts | undefined> {
  try {
    return toTabFacts(await browser.tabs.get(tabId));
  } catch {
    // The browsers reject for a tab that is not there; there is nothing else to learn from the error.
    return undefined;
  }
}

/** Tabs whose address matches one of the patterns; only those the browser lets us see. */
export async function findTabsByUrl(patterns: readonly string[]): Promise<TabFacts[]> {
  const tabs: BrowserTab[] = await browser.tabs.query({ url: [...patterns] });
  return tabs.map(toTabFacts).filter((tab) => tab !== undefined);
}

/** The tab in front in the window the caller lives in (a popup, a panel), or in the window used last. */
export async function findActiveTab(windowId?: number): Promise<TabFacts | undefined> {
  const query = windowId === undefined ? { active: true, currentWindow: true } : { active: true, windowId };
  const tabs: BrowserTab[] = await browser.tabs.query(query);
  return tabs[0] && toTabFacts(tabs[0]);
}

export async function openTab(url: string): Promise<TabFacts | undefined> {
  return toTabFacts(await browser.tabs.create({ url, active: true }));
}

/**
 * Opens an address in a small window of its own, in front: pages behind others are slowed down. `container`: the one of
 * Firefox in which it stands.
 */
export async function openWindow(url: string, container?: string): Promise<TabFacts | undefined> {
  const store = container === undefined ? {} : { cookieStoreId: container };
  const size = { width: 1_000, height: 760 };
  const made = await browser.windows.create({ url, type: 'popup', focused: true, ...size, ...store });
  const tab: BrowserTab | undefined = made?.tabs?.[0];
  return tab && toTabFacts({ ...tab, windowId: tab.windowId ?? made?.id });
}

/** Sends a tab to another address. */
export async function goTo(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Closes a tab; one that is gone already is no failure. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => undefined);
}

/** Sends to the content script in the tab's top frame; rejects when none answers. */
export function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 }) as Promise<unknown>;
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Another tab came to the front of a window; ends with the signal. */
export function onTabActivated(
  listener: (tab: { readonly tabId: number; readonly windowId: number }) => void,
  signal?: AbortSignal,
): void {
  const onActivated = (tab: { tabId: number; windowId: number }) => listener(tab);
  browser.tabs.onActivated.addListener(onActivated);
  signal?.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated), {
    once: true,
  });
}

/** A tab began or finished loading another address; `url` only for hosts the browser lets us see. */
export function onTabLoading(
  listener: (tab: {
    readonly tabId: number;
    readonly status: string | undefined;
    readonly url: string | undefined;
  }) => void,
  signal?: AbortSignal,
): void {
  const onUpdated = (
    tabId: number,
    { status, url }: { status?: string | undefined; url?: string | undefined },
  ) => {
    // Titles, icons and sounds are told by the same event.
    if (status !== undefined || url !== undefined) listener({ tabId, status, url });
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  signal?.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(onUpdated), { once: true });
}

/** Loads the tab's page anew, as the user's own reload would. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** The same, past everything that the browser has kept of the page; a tab that is gone is no failure. */
export async function renewTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId, { bypassCache: true }).catch(() => undefined);
}
