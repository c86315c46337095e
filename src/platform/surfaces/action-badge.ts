import { browser } from 'wxt/browser';

/** What the toolbar button says about a tab; an empty text takes the badge away. */
export interface Badge {
  readonly text: string;
  readonly color: string;
  /** Shown when the pointer rests on the button; without one, the extension's name (documented, MDN 2026). */
  readonly title?: string;
}

/** Shows the badge on this tab; it goes with the page. A tab that closed meanwhile is no failure. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: badge.text });
    await browser.action.setTitle({ tabId, title: badge.title ?? '' });
    if (badge.text !== '') {
      await browser.action.setBadgeBackgroundColor({ tabId, color: badge.color });
      await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
    }
  } catch (thrown) {
    if (!/no tab|invalid tab/i.test(String(thrown))) throw thrown;
  }
}
