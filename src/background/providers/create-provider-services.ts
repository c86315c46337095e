import { mayStore } from '../../model/settings';
import { toHostPatterns } from '../../model/providers/provider.catalog';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import { readArea, writeArea } from '../../platform/storage-area';
import type { Clock } from '../../providers/clock';
import { createLedger } from '../../providers/costs/ledger';
import { createGateway } from '../../providers/gateway';
import type { Gateway } from '../../providers/gateway';
import { createHttp } from '../../providers/http';
import type { HttpPorts } from '../../providers/http';
import type { MemoryPort } from '../../providers/policies/ports';
import type { PaceStore } from '../../providers/policies/pacer';
import type { Provider } from '../../providers/provider';
import { createCredentialsReader } from '../../storage/credentials';
import { dropVault } from '../../storage/vault/vault';
import { changeProviderMemory, createMemoryReader, dropProviderMemory } from '../../storage/provider-memory';
import { doAside } from '../problems/do-aside';
import type { Services } from '../services';
import { createKeptAnswers } from './kept-answers';
import { createLedgerStore } from './ledger-store';
import { refreshPrices } from './refresh-prices';

/** Providers, as the handlers work with them. */
export interface ProviderServices {
  readonly gateway: Gateway;
  readonly memory: MemoryPort;
  readonly series: readonly Provider[];
  readonly clock: Clock;
  /** Whether the browser lets us on the family's hosts. */
  readonly hasAccess: (family: ProviderFamily) => Promise<boolean>;
  /** Counts anew what was spent: others than the gateway have written in the ledger. */
  readonly recount: () => Promise<void>;
  /** Resolves when every call that is under way now has been answered. */
  readonly callsOver: () => Promise<void>;
  /** Ends every call that is under way, then forgets keys, what is remembered, and sums. */
  readonly forgetAll: () => Promise<void>;
}

/** What reaches outside, handed in. */
export interface ProviderOutside {
  readonly series: readonly Provider[];
  readonly fetch: HttpPorts['fetch'];
  readonly clock: Clock;
  readonly hasAccess: (origins: readonly string[]) => Promise<boolean>;
  readonly keepAwake: <Value>(task: () => Promise<Value>) => Promise<Value>;
}

type Own = Pick<Services, 'connection' | 'settings' | 'emit' | 'problems'>;

/** The gateway over the extension's own storage. What changes is told to the pages. */
export function createProviderServices(services: Own, outside: ProviderOutside): ProviderServices {
  const { series, clock, keepAwake } = outside;
  const ledger = createLedger(createLedgerStore(services.connection), clock);
  const hasAccess = (family: ProviderFamily) => outside.hasAccess(toHostPatterns(family));
  const readCredentials = createCredentialsReader();
  const readMemory = createMemoryReader();
  const memory: MemoryPort = {
    read: readMemory,
    change: async (make) => {
      const known = await readMemory();
      // Most calls end as the one before.
      if (make(known) === known) return;
      if (await changeProviderMemory(make)) await services.emit('providers.changed', {});
    },
  };
  const gateway = createGateway({
    providers: series,
    clock,
    http: createHttp({ fetch: outside.fetch, clock }),
    settings: async () => (await services.settings()).providers,
    findCredential: async (family) => {
      const { families, credentials } = await readCredentials();
      if (!credentials) return families.includes(family) ? 'locked' : undefined;
      return credentials.find((credential) => credential.family === family);
    },
    hasAccess,
    memory,
    ledger,
    kept: createKeptAnswers(services),
    pace: sessionPace,
    onPriceUsed: (endpoint, family) => {
      const refresh = async () => {
        if (!mayStore(await services.settings())) return;
        await refreshPrices({ ...services, providers: own }, [endpoint]);
      };
      // TikHub alone says what its endpoints cost.
      if (family === 'tikhub') doAside(services, refresh());
    },
    keepAwake,
    onAside: (thrown) => doAside(services, Promise.reject(thrown)),
  });
  const life = createLife(gateway, () => doAside(services, services.emit('ledger.changed', {})));
  const own: ProviderServices = {
    gateway: life.gateway,
    memory,
    series,
    clock,
    hasAccess,
    recount: () => ledger.forget(),
    callsOver: life.over,
    forgetAll: async () => {
      await life.end();
      await dropVault();
      await dropProviderMemory();
      await ledger.forget();
    },
  };
  return own;
}

const PACE = 'provider-pace:';

/** Outlives the worker; a browser that was closed in between has been silent long enough. */
const sessionPace: PaceStore = {
  read: async (key) => {
    const moments = await readArea('session', PACE + key);
    return Array.isArray(moments) ? moments.filter((at) => typeof at === 'number') : [];
  },
  write: (key, moments) => writeArea('session', PACE + key, moments),
};

/** The same gateway, whose calls can be ended all at once and tell when they are over. */
function createLife(gateway: Gateway, onOver: () => void) {
  let life = new AbortController();
  const running = new Set<Promise<unknown>>();
  const call: Gateway['call'] = (operation, input, terms) => {
    const signals = [life.signal, ...(terms.signal ? [terms.signal] : [])];
    const run = gateway.call(operation, input, { ...terms, signal: AbortSignal.any(signals) });
    const told = run.finally(onOver);
    const settled = told.catch(() => undefined);
    running.add(settled);
    void settled.then(() => running.delete(settled));
    return told;
  };
  return {
    gateway: { ...gateway, call },
    over: async () => void (await Promise.all(running)),
    end: async () => {
      life.abort();
      await Promise.all(running);
      life = new AbortController();
    },
  };
}
