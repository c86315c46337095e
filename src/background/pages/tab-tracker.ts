import { isEqual } from '../../lib/is-equal';
import { createSerialByKey } from '../../lib/serial-by-key';
import type { TabPage } from '../../model/page-state';
import { mayStore } from '../../model/settings';
import type { Settings } from '../../model/settings';
import { tabPages } from '../../storage/session';

/** Knows what every site tab shows. */
export interface TabTracker {
  find(tabId: number): Promise<TabPage | undefined>;
  list(): Promise<TabPage[]>;
  /**
   * Changes what is known of a tab, one change after another; `undefined` from `change` leaves it as it is. Answers
   * what is known then.
   */
  update(
    tabId: number,
    change: (page: TabPage | undefined) => TabPage | undefined,
  ): Promise<TabPage | undefined>;
  forget(tabId: number): Promise<void>;
  forgetAll(): Promise<void>;
}

/**
 * Pages are kept in session storage, so that they outlive the worker. While paused they are kept in the worker's
 * memory only, and before consent not at all: the id of a note someone reads is content too.
 */
export function createTabTracker(options: {
  readonly settings: () => Promise<Settings>;
  readonly onChanged: (page: TabPage) => Promise<void>;
}): TabTracker {
  const serial = createSerialByKey<number>();
  const volatile = new Map<number, TabPage>();
  /** Tabs this worker has changed: a change of one may be on its way while all are forgotten. */
  const touched = new Set<number>();
  const find = async (tabId: number) => volatile.get(tabId) ?? (await tabPages.find(tabId));

  const put = async (page: TabPage): Promise<boolean> => {
    const settings = await options.settings();
    if (settings.consent === undefined) return false;
    if (mayStore(settings)) {
      volatile.delete(page.tabId);
      await tabPages.put(page.tabId, page);
    } else {
      volatile.set(page.tabId, page);
    }
    return true;
  };

  const forget = (tabId: number) =>
    serial.run(tabId, async () => {
      volatile.delete(tabId);
      await tabPages.remove(tabId);
    });

  return {
    find,
    list: async () => {
      const byTab = new Map((await tabPages.list()).map((page) => [page.tabId, page]));
      for (const page of volatile.values()) byTab.set(page.tabId, page);
      return [...byTab.values()];
    },
    update: (tabId, change) => {
      touched.add(tabId);
      return serial.run(tabId, async () => {
        const before = await find(tabId);
        const page = change(before);
        if (!page) return before;
        if (!(await put(page))) return undefined;
        if (!isSame(before, page)) await options.onChanged(page);
        return page;
      });
    },
    forget: (tabId) => {
      touched.delete(tabId);
      return forget(tabId);
    },
    forgetAll: async () => {
      const tabIds = new Set([...touched, ...(await tabPages.list()).map((page) => page.tabId)]);
      await Promise.all([...tabIds].map(forget));
    },
  };
}

function isSame(before: TabPage | undefined, page: TabPage): boolean {
  const ageless = { updatedAt: 0, reportedAt: 0 };
  return before !== undefined && isEqual({ ...before, ...ageless }, { ...page, ...ageless });
}
