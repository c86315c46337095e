import { signal, type ReadonlySignal } from '@preact/signals';
import type { AppError } from '../../model/errors';
import { toAppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import type { TabFacts } from '../../platform/tabs';
import type { Ports } from '../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from './async';
import { createRefresher } from './create-refresher';

/** The tab in front, and what is known of what it shows. */
export interface TabView {
  readonly tab: TabFacts;
  /** Absent: no page of the site, or none that has said anything yet. */
  readonly page: TabPage | undefined;
  /** False: the browser keeps us out of the site, so that nothing can be known of the tab. */
  readonly hasAccess: boolean;
  /** Why the page could not be asked. */
  readonly failure: AppError | undefined;
}

export interface TabStore {
  readonly view: ReadonlySignal<Async<TabView>>;
  /** Looks again. */
  refresh(): Promise<void>;
}

type TabPorts = Pick<Ports, 'client' | 'onEvent' | 'tabs' | 'access'>;

/**
 * Follows the tab in front of this page's own window: another tab, another address, news from the page. What is known
 * of it is shown at once; then the page itself is asked, which answers late while it is being loaded.
 */
export function createTabStore(ports: TabPorts, until: AbortSignal): TabStore {
  const view = signal<Async<TabView>>(LOADING);
  const current = () => (view.value.state === 'ready' ? view.value.value.tab : undefined);

  const show = createRefresher(async (isStale) => {
    const known = await readKnown(ports);
    if (known && !isStale() && !until.aborted) view.value = known;
  });
  const ask = createRefresher(async (isStale) => {
    let next: Async<TabView>;
    try {
      next = await readView(ports);
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (!isStale() && !until.aborted) view.value = next;
  });
  const refresh = async () => {
    await Promise.all([show(), ask()]);
  };

  ports.onEvent('page.changed', ({ tabId }) => tabId === current()?.tabId && void refresh(), until);
  ports.tabs.onActivated(({ windowId }) => {
    const mine = current()?.windowId;
    if (mine === undefined || mine === windowId) void refresh();
  }, until);
  // What was known before it began to load is of the address it left.
  ports.tabs.onLoading(({ tabId }) => tabId === current()?.tabId && void ask(), until);
  ports.access.onGiven(() => void refresh(), until);
  void refresh();
  return { view, refresh };
}

/** The tab with what is known of its page, where that is of the address the tab is at; else `undefined`. */
async function readKnown(ports: TabPorts): Promise<Async<TabView> | undefined> {
  try {
    const tab = await ports.tabs.findActive();
    if (tab?.url === undefined) return undefined;
    const page = await ports.client('page.known', { tabId: tab.tabId });
    if (page?.url !== tab.url) return undefined;
    return { state: 'ready', value: { tab, page, hasAccess: true, failure: undefined } };
  } catch {
    return undefined; // Who asks the page meets the same failure, and says it.
  }
}

async function readView(ports: TabPorts): Promise<Async<TabView>> {
  const [tab, allowed] = await Promise.all([ports.tabs.findActive(), ports.access.has()]);
  if (!tab) return EMPTY;
  // Without access the address is hidden, so a tab whose address shows is one we may see.
  const hasAccess = allowed || tab.url !== undefined;
  if (!hasAccess) return { state: 'ready', value: { tab, page: undefined, hasAccess, failure: undefined } };
  try {
    const page = (await ports.client('page.find', { tabId: tab.tabId })) ?? undefined;
    return { state: 'ready', value: { tab, page, hasAccess, failure: undefined } };
  } catch (thrown) {
    const failure = toAppError(thrown);
    const withheld = failure.code === 'access-withheld';
    return { state: 'ready', value: { tab, page: undefined, hasAccess: !withheld, failure } };
  }
}
