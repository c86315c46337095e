import { browser } from 'wxt/browser';

/** What requests to a host say in their `Cookie` header. */
export interface HostCookies {
  readonly host: string;
  /** Also for hosts below it that have no line of their own. */
  readonly withHostsBelow: boolean;
  readonly header: string;
}

/** All of them: a type that is left out would carry the browser's own cookies (tried, Chromium 156). */
const RESOURCE_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;

interface TabRule {
  readonly id: number;
  readonly condition: { readonly tabIds?: readonly number[] };
}

/** Chromium's session rules: in memory, gone with the browser, kept when the worker ends. */
interface SessionRules {
  getSessionRules(): Promise<TabRule[]>;
  updateSessionRules(change: { removeRuleIds?: number[]; addRules?: unknown[] }): Promise<void>;
}

const rules = (): SessionRules | undefined =>
  (browser as unknown as { declarativeNetRequest?: SessionRules }).declarativeNetRequest;

/** Whether this browser knows such rules, and lets us set them. */
export const maySetTabCookies = (): boolean => rules() !== undefined;

/**
 * From now on all requests of the tab say these cookies in place of the browser's own, and what answers to them set as
 * cookies is dropped. One call after the other: ids of rules are counted on.
 */
export async function setTabCookies(tabId: number, hosts: readonly HostCookies[]): Promise<void> {
  const known = (await rules()?.getSessionRules()) ?? [];
  const first = Math.max(0, ...known.map(({ id }) => id)) + 1;
  await rules()?.updateSessionRules({
    removeRuleIds: known.filter(isOf(tabId)).map(({ id }) => id),
    addRules: hosts.map(({ host, withHostsBelow, header }, index) => ({
      id: first + index,
      // The line of one host goes before that of its domain.
      priority: withHostsBelow ? 1 : 2,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [
          header === ''
            ? { header: 'cookie', operation: 'remove' }
            : { header: 'cookie', operation: 'set', value: header },
        ],
        responseHeaders: [{ header: 'set-cookie', operation: 'remove' }],
      },
      condition: { tabIds: [tabId], requestDomains: [host], resourceTypes: [...RESOURCE_TYPES] },
    })),
  });
}

/** The tab's requests are like those of all others again. */
export async function dropTabCookies(tabId: number): Promise<void> {
  const own = ((await rules()?.getSessionRules()) ?? []).filter(isOf(tabId));
  if (own.length > 0) await rules()?.updateSessionRules({ removeRuleIds: own.map(({ id }) => id) });
}

/** Tabs whose requests say cookies of their own. */
export async function listTabsWithCookies(): Promise<number[]> {
  const known = (await rules()?.getSessionRules()) ?? [];
  return [...new Set(known.flatMap(({ condition }) => condition.tabIds ?? []))];
}

const isOf =
  (tabId: number) =>
  ({ condition }: TabRule): boolean =>
    condition.tabIds?.includes(tabId) ?? false;
