import type { Services } from '../services';

/** Who looks, as the page's own state or responses say. */
export async function rememberViewer(
  services: Services,
  tabId: number,
  viewer: { readonly loggedIn?: boolean; readonly userId?: string },
): Promise<void> {
  await services.tracker.update(tabId, (page) => {
    if (!page) return undefined;
    const loggedIn = viewer.loggedIn ?? page.viewer.loggedIn;
    const userId = loggedIn === false ? undefined : (viewer.userId ?? page.viewer.userId);
    return {
      ...page,
      viewer: {
        ...(loggedIn === undefined ? {} : { loggedIn }),
        ...(userId === undefined ? {} : { userId }),
      },
    };
  });
}
