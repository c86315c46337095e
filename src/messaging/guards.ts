import { extensionId, toContainerId, toExtensionUrl } from '../platform/runtime';
import type { MessageSender } from '../platform/runtime';
import { isSitePage } from '../site/site-patterns.catalog';
import type { Caller } from './contract';

/** Who the sender is, or `undefined` when it has no business in this direction. */
export type Guard = (sender: MessageSender) => Caller | undefined;

/** ui → background: only our own pages, wherever they are open. */
export const guardOwnPages: Guard = (sender) => {
  if (sender.id !== extensionId() || !sender.url?.startsWith(toExtensionUrl('/'))) return undefined;
  return { tabId: sender.tab?.id, windowId: sender.tab?.windowId, url: sender.url };
};

/** content → background: only our content script in the top frame of a tab of the site. */
export const guardSiteTabs: Guard = (sender) => {
  if (sender.id !== extensionId() || sender.frameId !== 0 || sender.tab?.id === undefined) return undefined;
  if (sender.url === undefined || !isSitePage(sender.url)) return undefined;
  const { id: tabId, windowId, cookieStoreId } = sender.tab;
  return { tabId, windowId, url: sender.url, container: toContainerId(cookieStoreId) };
};

/** background → ui: only the background itself, which is in no tab and has no page of the site as its address. */
export const guardBackground: Guard = (sender) => {
  if (sender.id !== extensionId() || sender.tab !== undefined) return undefined;
  if (sender.url !== undefined && !sender.url.startsWith(toExtensionUrl('/'))) return undefined;
  return { tabId: undefined, windowId: undefined, url: sender.url ?? '' };
};
