import type { Services } from '../services';

/** Who is logged in, as the page of the site that was looked at last says it. */
export async function findViewer({ tracker }: Pick<Services, 'tracker'>): Promise<string | undefined> {
  const pages = (await tracker.list()).filter(({ viewer }) => viewer.loggedIn !== undefined);
  const [last] = pages.sort((a, b) => b.updatedAt - a.updatedAt);
  return last?.viewer.loggedIn ? last.viewer.userId : undefined;
}
