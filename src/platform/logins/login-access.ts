import { browser } from 'wxt/browser';
import { knowsContainers } from './containers';

/** What a login of its own in a tab takes in Chromium; both are granted without a question (measured, Chromium 156). */
const FOR_COOKIES = ['cookies', 'declarativeNetRequestWithHostAccess'] as const;
/** And in Firefox, which gives them at install or never. */
const FOR_CONTAINERS = ['contextualIdentities', 'cookies'] as const;

type Asked = Parameters<typeof browser.permissions.request>[0];

const listNeeded = (): readonly string[] => (knowsContainers() ? FOR_CONTAINERS : FOR_COOKIES);

const isOptional = (name: string): boolean =>
  ((browser.runtime.getManifest().optional_permissions ?? []) as string[]).includes(name);

const toAsked = (permissions: readonly string[], origins: readonly string[]): Asked =>
  ({ permissions: [...permissions], origins: [...origins] }) as unknown as Asked;

/** Whether this build can have them at all; the user may not have been asked yet. */
export function knowsLoginAccess(): boolean {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  const named = [...permissions, ...optional] as string[];
  return listNeeded().every((one) => named.includes(one));
}

/** Whether cookies of these hosts can be read and set now, and tabs given a login of their own. */
export const hasLoginAccess = async (origins: readonly string[]): Promise<boolean> =>
  knowsLoginAccess() && browser.permissions.contains(toAsked(listNeeded(), origins));

/**
 * Asks the user. Must be the first statement of a click handler; nothing may be awaited before it. What the build has from
 * the start is not asked for: Firefox refuses the whole question then.
 */
export const requestLoginAccess = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request(toAsked(listNeeded().filter(isOptional), origins));

/**
 * Gives the permissions back, as far as they are not the build's own from the start. Hosts stay as they are in Chromium; in
 * Firefox they are what was asked for, and go.
 */
export async function returnLoginAccess(origins: readonly string[]): Promise<void> {
  const given = toAsked(listNeeded().filter(isOptional), knowsContainers() ? origins : []);
  await browser.permissions.remove(given);
}
