import { accountTabs, addingWindows } from '../../storage/session';
import type { Services } from '../services';

/** Who is logged in in the browser itself, and on which host. */
export interface OwnLogin {
  readonly userId: string;
  readonly host: string;
}

/**
 * Who is logged in in the browser itself, as the page of the site that was looked at last says it; pages that stand under
 * a saved login or in a container, or in which one is being added, say nothing of that.
 */
export async function findOwnLogin({ tracker }: Pick<Services, 'tracker'>): Promise<OwnLogin | undefined> {
  const others = new Set(
    [...(await accountTabs.list()), ...(await addingWindows.list())].map(({ tabId }) => tabId),
  );
  const pages = (await tracker.list()).filter(
    ({ tabId, viewer, container }) =>
      viewer.loggedIn !== undefined && container === undefined && !others.has(tabId),
  );
  const [last] = pages.sort((a, b) => b.updatedAt - a.updatedAt);
  const userId = last?.viewer.loggedIn ? last.viewer.userId : undefined;
  if (last === undefined || userId === undefined || !URL.canParse(last.url)) return undefined;
  return { userId, host: new URL(last.url).host };
}
