import type { Credential } from '../../../src/model/providers/credential';
import type { LedgerEntry } from '../../../src/model/providers/ledger';
import { EMPTY_MEMORY } from '../../../src/model/providers/kept/provider-memory';
import type { ProviderMemory } from '../../../src/model/providers/kept/provider-memory';
import type { Amounts } from '../../../src/model/providers/price';
import { DEFAULT_PROVIDER_SETTINGS } from '../../../src/model/providers/provider-settings';
import type { ProviderSettings } from '../../../src/model/providers/provider-settings';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import { createLedger } from '../../../src/providers/costs/ledger';
import { createGateway } from '../../../src/providers/gateway';
import type { Gateway } from '../../../src/providers/gateway';
import type { Http } from '../../../src/providers/http';
import type { KeptAnswer } from '../../../src/providers/policies/cached';
import type { CallTerms } from '../../../src/providers/policies/call';
import type { GatewayPorts } from '../../../src/providers/policies/ports';
import type { Provider } from '../../../src/providers/provider';
import { createFakeHttp } from './fake-series';
import type { FakeAnswer, FakeHttp } from './fake-series';
import { createTestClock } from './test-clock';
import type { TestClock } from './test-clock';

export interface GatewayUnderTest {
  readonly gateway: Gateway;
  readonly clock: TestClock;
  readonly line: FakeHttp;
  readonly entries: Map<string, LedgerEntry>;
  readonly kept: Map<string, KeptAnswer>;
  /** When calls were let through, in order. */
  readonly passed: readonly number[];
  /** Endpoints on whose price somebody relied, in order. */
  readonly pricesUsed: readonly string[];
  memory: ProviderMemory;
  settings: ProviderSettings;
  credentials: Partial<Record<ProviderFamily, Credential | 'locked'>>;
  /** The same storage under a new worker. */
  restart(): Gateway;
}

export const keyOf = (family: ProviderFamily, changes: Partial<Credential> = {}): Credential => ({
  family,
  key: `${family}-SECRET-KEY`,
  region: 'world',
  savedAt: 1,
  ...changes,
});

export const terms = (changes: Partial<CallTerms> = {}): CallTerms => ({
  runId: crypto.randomUUID(),
  agreed: true,
  ...changes,
});

/** Settings under which nothing is held back: TikHub's price is entered, and no budget is set. */
export const PRICED = {
  enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
  dailyBudget: {},
  jobBudget: {},
} as const satisfies Partial<ProviderSettings>;

/** The gateway over plain maps and a clock that is turned by hand; its line is invented, unless `http` is one. */
export function createGatewayUnderTest(
  providers: readonly Provider[],
  answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer>,
  settings: Partial<ProviderSettings> = {},
  http?: Http,
): GatewayUnderTest {
  const clock = createTestClock();
  const line = createFakeHttp(answer, clock.now);
  const entries = new Map<string, LedgerEntry>();
  const kept = new Map<string, KeptAnswer>();
  const passed: number[] = [];
  const pricesUsed: string[] = [];
  const pace = new Map<string, readonly number[]>();
  const sum = (isMeant: (entry: LedgerEntry) => boolean): Promise<Amounts> => {
    const amounts: Record<string, number> = {};
    for (const { billed, price, ...entry } of entries.values()) {
      if (!billed || !price || !isMeant({ billed, price, ...entry })) continue;
      amounts[price.currency] = (amounts[price.currency] ?? 0) + price.amount;
    }
    return Promise.resolve(amounts);
  };
  const toPorts = (): GatewayPorts => ({
    providers,
    clock,
    http: http ?? line.http,
    settings: () => Promise.resolve(test.settings),
    findCredential: (family) => Promise.resolve(test.credentials[family]),
    hasAccess: () => Promise.resolve(true),
    memory: {
      read: () => Promise.resolve(test.memory),
      change: (make) => {
        test.memory = make(test.memory);
        return Promise.resolve();
      },
    },
    ledger: createLedger(
      {
        put: (entry) => {
          entries.set(entry.entryId, entry);
          return Promise.resolve();
        },
        sumSince: (at) => sum((entry) => entry.at >= at),
        sumJob: (jobId) => sum((entry) => entry.jobId === jobId),
        countBilledSince: ({ family, keyPrint }, at) =>
          Promise.resolve(
            [...entries.values()].filter(
              (one) => one.family === family && one.keyPrint === keyPrint && one.billed && one.at >= at,
            ).length,
          ),
      },
      clock,
    ),
    kept: {
      find: (key) => Promise.resolve(kept.get(key)),
      keep: (key, value) => {
        kept.set(key, value);
        return Promise.resolve();
      },
    },
    pace: {
      read: (key) => Promise.resolve(pace.get(key) ?? []),
      write: (key, moments) => {
        pace.set(key, moments);
        // Beside the moments lies when the vendor last refused one.
        if (!key.endsWith(':refused')) passed.push(...moments.slice(-1));
        return Promise.resolve();
      },
    },
    onPriceUsed: (endpoint) => {
      pricesUsed.push(endpoint);
    },
    keepAwake: (task) => task(),
    onAside: (thrown) => {
      throw thrown;
    },
  });
  const test: GatewayUnderTest = {
    gateway: undefined as never,
    clock,
    line,
    entries,
    kept,
    passed,
    pricesUsed,
    memory: EMPTY_MEMORY,
    settings: { ...DEFAULT_PROVIDER_SETTINGS, ...settings },
    credentials: {
      tikhub: keyOf('tikhub'),
      justoneapi: keyOf('justoneapi'),
      parsebot: keyOf('parsebot'),
    },
    restart: () => createGateway(toPorts()),
  };
  return Object.assign(test, { gateway: createGateway(toPorts()) });
}
