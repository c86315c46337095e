import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import { findSignForAll } from '../pages/raise-sign';
import type { Services } from '../services';
import { toSignError } from './to-stop-error';

/**
 * The tab that is in front and shows this note in front; `tabId` is looked at first, or alone. Throws where there is none
 * (`tab-gone`, `note-not-open`, `tab-hidden`), and where the site has asked to stop.
 */
export async function findFrontTab(
  { tracker, findTab }: Pick<Services, 'tracker' | 'findTab'>,
  noteId: string,
  { tabId, isOnly = false }: { readonly tabId: number; readonly isOnly?: boolean },
): Promise<number> {
  const sign = await findSignForAll();
  if (sign) throw toSignError(sign.sign);
  const isFirst = (page: TabPage) => page.tabId === tabId;
  const pages = (await tracker.list()).filter((page) => page.note?.noteId === noteId);
  const wanted = isOnly
    ? pages.filter(isFirst)
    : pages.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  let isBehind = false;
  for (const page of wanted) {
    const tab = await findTab(page.tabId);
    if (tab?.active) {
      if (page.stopSign?.class === 'note') throw toSignError(page.stopSign.sign);
      return page.tabId;
    }
    isBehind ||= tab !== undefined;
  }
  if (isBehind) throw new AppError('tab-hidden');
  throw new AppError((await findTab(tabId)) ? 'note-not-open' : 'tab-gone');
}
