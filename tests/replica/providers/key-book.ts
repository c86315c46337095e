import { createHash } from 'node:crypto';
import type { ProviderKey, ProviderKeyName, ProviderName } from './types';

export interface KeyBook {
  readonly all: readonly ProviderKey[];
  get(provider: ProviderName, name: ProviderKeyName): ProviderKey;
  /** `undefined`: nobody's. */
  find(provider: ProviderName, value: string): ProviderKey | undefined;
}

type Draft = Partial<Omit<ProviderKey, 'provider' | 'name' | 'value'>>;

const NO_LIMITS = { perSecond: Infinity, perMinute: Infinity, perDay: Infinity };
/** TikHub: 10 requests a second (OpenAPI V5.3.2, 2026-03). */
const TIKHUB = { ...NO_LIMITS, perSecond: 10 };
/** Parse.bot's plans Developer and Free (its page of this API, 2026). */
const DEVELOPER = { ...NO_LIMITS, perMinute: 250 };
const FREE = { ...NO_LIMITS, perMinute: 5 };

const DRAFTS: Readonly<Record<ProviderName, Partial<Record<ProviderKeyName, Draft>>>> = {
  tikhub: {
    valid: { balance: 25, freeCredit: 0.05, limits: TIKHUB },
    second: { balance: 10, limits: TIKHUB },
    'wrong-scope': { state: 'wrong-scope', balance: 25, limits: TIKHUB },
    unverified: { state: 'unverified', balance: 25, limits: TIKHUB },
    'no-balance': { balance: 0, limits: TIKHUB },
    expired: { state: 'expired', balance: 25, limits: TIKHUB },
    unknown: { state: 'invalid' },
  },
  justoneapi: {
    valid: { balance: 25 },
    second: { balance: 10 },
    'wrong-scope': { state: 'wrong-scope', balance: 25 },
    'no-balance': { balance: 0 },
    expired: { state: 'expired', balance: 25 },
    unknown: { state: 'invalid' },
  },
  parsebot: {
    valid: { balance: 5_000, limits: DEVELOPER },
    second: { balance: 1_000, limits: { ...NO_LIMITS, perMinute: 20 } },
    free: { balance: 100, limits: FREE },
    'wrong-scope': { state: 'wrong-scope', balance: 5_000, limits: DEVELOPER },
    'no-balance': { balance: 0, limits: FREE },
    expired: { state: 'expired', balance: 5_000, limits: DEVELOPER },
    unknown: { state: 'invalid' },
  },
};

/** The keys of all accounts; the same in every world. */
export function createKeyBook(): KeyBook {
  const all = (Object.keys(DRAFTS) as ProviderName[]).flatMap((provider) =>
    (Object.entries(DRAFTS[provider]) as [ProviderKeyName, Draft][]).map(([name, draft]) =>
      createKey(provider, name, draft),
    ),
  );
  return {
    all,
    get: (provider, name) => {
      const key = all.find((one) => one.provider === provider && one.name === name);
      if (key === undefined) throw new Error(`${provider} has no key named ${name}.`);
      return key;
    },
    find: (provider, value) => all.find((one) => one.provider === provider && one.value === value),
  };
}

function createKey(provider: ProviderName, name: ProviderKeyName, draft: Draft): ProviderKey {
  return {
    provider,
    name,
    value: createHash('sha256').update(`replica key ${provider} ${name}`).digest('base64url'),
    state: draft.state ?? 'valid',
    balance: draft.balance ?? 0,
    freeCredit: draft.freeCredit ?? 0,
    limits: { ...(draft.limits ?? NO_LIMITS) },
  };
}
