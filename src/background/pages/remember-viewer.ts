import type { TabPage } from '../../model/page-state';
import type { Services } from '../services';

/** Who looks, as the page's own state or responses say. Answers what is known of the tab then. */
export async function rememberViewer(
  services: Services,
  tabId: number,
  viewer: { readonly loggedIn?: boolean; readonly userId?: string },
): Promise<TabPage | undefined> {
  return services.tracker.update(tabId, (page) => {
    if (!page) return undefined;
    const loggedIn = viewer.loggedIn ?? page.viewer.loggedIn;
    const userId = loggedIn === false ? undefined : (viewer.userId ?? page.viewer.userId);
    // Every answer of the site says it again: nothing is written for that.
    if (loggedIn === page.viewer.loggedIn && userId === page.viewer.userId) return undefined;
    return {
      ...page,
      viewer: {
        ...(loggedIn === undefined ? {} : { loggedIn }),
        ...(userId === undefined ? {} : { userId }),
      },
      viewerAt: services.now(),
    };
  });
}
