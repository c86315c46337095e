/** Who sells access: one account, one key, one balance, one set of limits. */
export const PROVIDER_FAMILIES = ['tikhub', 'justoneapi', 'parsebot'] as const;
export type ProviderFamily = (typeof PROVIDER_FAMILIES)[number];

/** A series of endpoints that answers in one way. Those of one family share its key. In the default order of asking. */
export const PROVIDER_IDS = [
  'tikhub-app-v2',
  'tikhub-app',
  'tikhub-web-v3',
  'justoneapi',
  'parsebot',
  'tikhub-web-v2',
  'tikhub-web',
] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

interface ProviderLine {
  readonly family: ProviderFamily;
  /** A name of its own; the same in every language. */
  readonly label: string;
  /** Whether it is asked unless the user says otherwise. */
  readonly isOnAtFirst: boolean;
}

/** TikHub's order is the vendor's own (guide of 2026-03); what is left of its older web series is off at first. */
export const PROVIDERS: Readonly<Record<ProviderId, ProviderLine>> = {
  'tikhub-app-v2': { family: 'tikhub', label: 'TikHub App V2', isOnAtFirst: true },
  'tikhub-app': { family: 'tikhub', label: 'TikHub App', isOnAtFirst: true },
  'tikhub-web-v3': { family: 'tikhub', label: 'TikHub Web V3', isOnAtFirst: true },
  justoneapi: { family: 'justoneapi', label: 'JustOneAPI', isOnAtFirst: true },
  parsebot: { family: 'parsebot', label: 'Parse.bot', isOnAtFirst: true },
  'tikhub-web-v2': { family: 'tikhub', label: 'TikHub Web V2', isOnAtFirst: false },
  'tikhub-web': { family: 'tikhub', label: 'TikHub Web', isOnAtFirst: false },
};

interface FamilyLine {
  readonly label: string;
  /** The vendor's own page about its service, from which a key is made. */
  readonly docsPage: string;
  /** Base addresses by region; https only. The first is the default. */
  readonly bases: readonly { readonly region: 'world' | 'china'; readonly url: string }[];
  /** Further hosts that the family answers from (TikHub's free re-read of an answer within 24 hours). */
  readonly otherHosts: readonly string[];
}

/** TikHub OpenAPI V5.3.2 (2026-03); JustOneAPI public-api of 2026-08, whose mainland address is plain http and left out; Parse.bot documentation (2026). */
export const FAMILIES: Readonly<Record<ProviderFamily, FamilyLine>> = {
  tikhub: {
    label: 'TikHub',
    docsPage: 'https://api.tikhub.io/',
    bases: [
      { region: 'world', url: 'https://api.tikhub.io' },
      { region: 'china', url: 'https://api.tikhub.dev' },
    ],
    otherHosts: ['https://cache.tikhub.io'],
  },
  justoneapi: {
    label: 'JustOneAPI',
    docsPage: 'https://docs.justoneapi.com/',
    bases: [{ region: 'world', url: 'https://api.justoneapi.com' }],
    otherHosts: [],
  },
  parsebot: {
    label: 'Parse.bot',
    docsPage: 'https://docs.parse.bot/authentication',
    bases: [{ region: 'world', url: 'https://api.parse.bot' }],
    otherHosts: [],
  },
};

/** What the browser is asked to allow when a key of the family is saved. */
export function toHostPatterns(family: ProviderFamily): string[] {
  const { bases, otherHosts } = FAMILIES[family];
  return [...bases.map((base) => base.url), ...otherHosts].map((url) => `${url}/*`);
}
