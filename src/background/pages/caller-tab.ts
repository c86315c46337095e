import type { Caller } from '../../messaging/contract';
import { AppError } from '../../model/errors';

export interface CallerTab {
  readonly tabId: number;
  readonly windowId: number;
  /** Firefox: the container in which it stands. */
  readonly container?: string | undefined;
}

/** The tab a content script speaks from; the guard lets nobody else through. */
export function getTab(caller: Caller): CallerTab {
  if (caller.tabId === undefined) throw new AppError('tab-gone');
  return { tabId: caller.tabId, windowId: caller.windowId ?? -1, container: caller.container };
}

/**
 * The address a page says it has, as long as it lies on the origin that the browser vouches for; else the browser's.
 * Within one origin the page may move without loading, and the browser may still name where it was loaded.
 */
export function toOwnUrl(said: string, caller: Caller): string {
  if (!URL.canParse(said) || !URL.canParse(caller.url)) return caller.url;
  return new URL(said).origin === new URL(caller.url).origin ? said : caller.url;
}
