import { browser } from 'wxt/browser';

/** What a login of its own in a tab takes in Chromium; both are granted without a question (measured, Chromium 156). */
const PERMISSIONS = ['cookies', 'declarativeNetRequestWithHostAccess'] as const;

type Asked = Parameters<typeof browser.permissions.request>[0];

const toAsked = (origins: readonly string[]): Asked =>
  ({ permissions: [...PERMISSIONS], origins: [...origins] }) as unknown as Asked;

/** Whether this build can have them at all; the user may not have been asked yet. */
export function knowsLoginAccess(): boolean {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  const named = [...permissions, ...optional] as string[];
  return PERMISSIONS.every((one) => named.includes(one));
}

/** Whether cookies of these hosts can be read and set now, and tabs given cookies of their own. */
export const hasLoginAccess = async (origins: readonly string[]): Promise<boolean> =>
  knowsLoginAccess() && browser.permissions.contains(toAsked(origins));

/** Asks the user. Must be the first statement of a click handler; nothing may be awaited before it. */
export const requestLoginAccess = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request(toAsked(origins));

/** Gives the permissions back, as far as they are not the build's own from the start; hosts stay as they are. */
export async function returnLoginAccess(): Promise<void> {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  const given = PERMISSIONS.filter((one) => (optional as string[]).includes(one));
  if (given.length > 0) await browser.permissions.remove({ permissions: given } as unknown as Asked);
}
