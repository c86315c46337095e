import { browser } from 'wxt/browser';
import { toTabFacts } from '../tabs';
import type { TabFacts } from '../tabs';

/** An entry of the context menu: on the pages, or on the links, whose addresses match. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly on: 'page' | 'link';
  readonly patterns: readonly string[];
}

/** Replaces all our entries by these. The browser keeps them while the worker sleeps. */
export async function setContextMenus(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const entry of entries) {
    browser.contextMenus.create({
      id: entry.id,
      title: entry.title,
      contexts: [entry.on],
      ...(entry.on === 'page'
        ? { documentUrlPatterns: [...entry.patterns] }
        : { targetUrlPatterns: [...entry.patterns] }),
    });
  }
}

/** An entry was chosen. The listener runs in the user's gesture as long as it awaits nothing. */
export function onMenuChosen(
  listener: (choice: {
    readonly id: string;
    readonly linkUrl: string | undefined;
    readonly tab: TabFacts | undefined;
  }) => void,
): void {
  browser.contextMenus.onClicked.addListener((click, tab) =>
    listener({ id: String(click.menuItemId), linkUrl: click.linkUrl, tab: tab && toTabFacts(tab) }),
  );
}
