import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import { openTab } from '../../platform/tabs';
import { findLink } from '../../site/find-link';
import { toUrl } from '../../site/routes';
import { isSitePage } from '../../site/site-patterns.catalog';
import { findKnownPerson } from '../pages/links/find-known-person';
import { addKnownToken } from '../pages/links/add-known-token';
import { findSignForAll, forgetSignForAll, tellAllPages } from '../pages/raise-sign';
import { reachPage } from '../pages/reach-page';
import type { Services } from '../services';

type PageHandlers = Pick<
  Handlers<typeof uiToBackground>,
  'page.known' | 'page.find' | 'stop-sign.find' | 'stop-sign.dismiss' | 'link.open'
>;

/** What tabs show, and opening further ones. */
export function createPageHandlers(services: Services, hasAccess: () => Promise<boolean>): PageHandlers {
  return {
    'page.known': ({ tabId }) => findKnown(services, tabId),
    'page.find': async ({ tabId }) => {
      const tab = await services.findTab(tabId);
      if (!tab) throw new AppError('tab-gone');
      if (tab.url === undefined || !isSitePage(tab.url)) {
        // Without access the browser does not even say where the tab is.
        if (tab.url === undefined && !(await hasAccess())) throw new AppError('access-withheld');
        return null;
      }
      if ((await services.settings()).consent === undefined) return null;
      const isKnown = (await services.tracker.find(tabId)) !== undefined;
      await reachPage(services, tabId, 'page.describe', { withState: !isKnown });
      return findKnown(services, tabId);
    },
    'stop-sign.find': async () => (await findSignForAll()) ?? null,
    'stop-sign.dismiss': async ({ tabId }) => {
      const named = await services.tracker.find(tabId);
      // A sign that stops everything was obeyed everywhere, so it is taken away everywhere.
      const isAll = (await findSignForAll()) !== undefined;
      for (const page of isAll ? await services.tracker.list() : [named]) {
        if (!page?.stopSign || (isAll && page.stopSign.class !== 'all')) continue;
        await services.tracker.update(page.tabId, (known) => {
          if (!known?.stopSign) return undefined;
          const { stopSign, ...rest } = known;
          return stopSign ? { ...rest, updatedAt: services.now() } : undefined;
        });
      }
      if (!isAll) return {};
      await forgetSignForAll();
      await tellAllPages(services);
      return {};
    },
    'link.open': async ({ text }) => {
      const found = findLink(text);
      if (!found) throw new AppError('link-not-recognised');
      const person = await findKnownPerson(services, text);
      const url = toUrl(person ?? (await addKnownToken(services, found)));
      const tab = await openTab(url);
      if (!tab) throw new AppError('tab-gone');
      return { tabId: tab.tabId, url };
    },
  };
}

/** What is known of the tab now; before consent nothing is. The sign that stops everything stands in every tab. */
async function findKnown(services: Services, tabId: number): Promise<TabPage | null> {
  const [settings, page, sign] = await Promise.all([
    services.settings(),
    services.tracker.find(tabId),
    findSignForAll(),
  ]);
  if (settings.consent === undefined || !page) return null;
  return sign ? { ...page, stopSign: sign } : page;
}
