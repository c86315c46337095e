import { fingerprint } from '../../lib/fingerprint';
import { startOf } from '../../lib/start-of';
import { maskKey } from '../../model/providers/credential';
import type { Credential } from '../../model/providers/credential';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { LedgerEntry } from '../../model/providers/ledger';
import type { OperationName } from '../../model/providers/operation';
import { addPrice } from '../../model/providers/price';
import { PROVIDER_FAMILIES, PROVIDER_IDS, PROVIDERS } from '../../model/providers/provider.catalog';
import type { ProviderFamily, ProviderId } from '../../model/providers/provider.catalog';
import type { FamilyState, SeriesState } from '../../model/providers/provider-state';
import type { Settings } from '../../model/settings';
import { findLimits } from '../../providers/find-limits';
import { MINUTE_WINDOW_MS, SECOND_WINDOW_MS } from '../../providers/limits.catalog';
import type { Provider } from '../../providers/provider';
import { findDoors } from '../../providers/targets/find-doors';
import { findRestEnd } from '../../providers/targets/circuit';
import { readCredentials } from '../../storage/credentials';
import type { FoundCredentials } from '../../storage/credentials';
import { readLedger } from '../../storage/readers/providers/list-ledger';
import type { Services } from '../services';

type Own = Pick<Services, 'connection' | 'settings' | 'providers'>;

interface Seen {
  readonly keys: FoundCredentials;
  readonly memory: ProviderMemory;
  readonly settings: Settings;
  readonly used: ReadonlyMap<ProviderFamily, Used>;
  readonly now: number;
}

/** Every family as pages may know it: everything but its key. */
export async function describeFamilies(services: Own): Promise<FamilyState[]> {
  const now = services.providers.clock.now();
  const [keys, memory, settings] = await Promise.all([
    readCredentials(),
    services.providers.memory.read(),
    services.settings(),
  ]);
  const used = await countUsed(services, keys, now);
  const seen: Seen = { keys, memory, settings, used, now };
  return Promise.all(
    PROVIDER_FAMILIES.map(async (family) =>
      describeFamily(family, seen, {
        hasAccess: await services.providers.hasAccess(family),
        series: services.providers.series,
      }),
    ),
  );
}

/** One of them. */
export async function describeOneFamily(services: Own, family: ProviderFamily): Promise<FamilyState> {
  const all = await describeFamilies(services);
  const found = all.find((state) => state.family === family);
  if (!found) throw new Error(`no state of ${family}`);
  return found;
}

function describeFamily(
  family: ProviderFamily,
  seen: Seen,
  outside: { readonly hasAccess: boolean; readonly series: readonly Provider[] },
): FamilyState {
  const { keys, memory } = seen;
  const credential = keys.credentials?.find((one) => one.family === family);
  const known = memory.families[family];
  const isKept = keys.families.includes(family);
  const state = !isKept ? 'none' : !credential ? 'locked' : known?.out ? 'out' : 'ready';
  const { calls, spentToday } = describeUse(family, credential, seen);
  return {
    family,
    state,
    ...(credential ? describeCredential(credential) : {}),
    ...(known?.out ? { out: known.out } : {}),
    hasAccess: outside.hasAccess,
    ...(known?.balance ? { balance: known.balance } : {}),
    used: calls,
    spentToday,
    ...(known?.lastFailure ? { lastFailure: known.lastFailure } : {}),
    series: PROVIDER_IDS.filter((id) => PROVIDERS[id].family === family).map((id) =>
      describeSeries(
        id,
        seen,
        outside.series.find((one) => one.id === id),
      ),
    ),
  };
}

function describeCredential({ key, region, scraperId, snapshotVersion, plan }: Credential) {
  return {
    maskedKey: maskKey(key),
    region,
    ...(scraperId === undefined ? {} : { scraperId }),
    ...(snapshotVersion === undefined ? {} : { snapshotVersion }),
    ...(plan === undefined ? {} : { plan }),
  };
}

function describeUse(family: ProviderFamily, credential: Credential | undefined, { used }: Seen) {
  const { minute = 0, today = 0, month = 0, spentToday = {} } = used.get(family) ?? {};
  const { pace, creditsPerMonth } = findLimits(family, credential);
  const find = (ms: number) => pace.find((window) => window.ms === ms)?.max;
  const [perSecond, perMinute] = [find(SECOND_WINDOW_MS), find(MINUTE_WINDOW_MS)];
  const calls = {
    thisMinute: minute,
    today,
    thisMonth: month,
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(creditsPerMonth === undefined ? {} : { creditsPerMonth }),
  };
  return { calls, spentToday };
}

function describeSeries(id: ProviderId, seen: Seen, provider: Provider | undefined): SeriesState {
  const { memory, settings, now } = seen;
  const operations = Object.keys(provider?.operations ?? {}) as OperationName[];
  const until = Math.max(
    findRestEnd(memory.series[id], now) ?? 0,
    findRestEnd(memory.families[PROVIDERS[id].family]?.circuit, now) ?? 0,
  );
  return {
    provider: id,
    isOn: !settings.providers.off.includes(id),
    operations,
    takenOut: provider ? describeTakenOut(provider, operations, memory) : [],
    ...(until > now ? { restsUntil: until } : {}),
  };
}

/** The whole series, and operations all of whose doors are out. */
function describeTakenOut(
  provider: Provider,
  operations: readonly OperationName[],
  { takenOut }: ProviderMemory,
): SeriesState['takenOut'] {
  const own = takenOut.filter((out) => out.provider === provider.id);
  const whole = own.filter((out) => out.operation === undefined);
  const parts = operations.flatMap((operation) => {
    const outs = findDoors(provider, operation).map(({ path }) => own.find((out) => out.endpoint === path));
    const last = outs.at(-1);
    return last && outs.every((out) => out !== undefined)
      ? [{ operation, reason: last.reason, at: last.at }]
      : [];
  });
  return [...whole.map(({ reason, at }) => ({ reason, at })), ...parts];
}

interface Used {
  readonly minute: number;
  readonly today: number;
  /** Charged for, with the key that is there now; of a locked one it is not known which calls were its own: all. */
  readonly month: number;
  readonly spentToday: FamilyState['spentToday'];
}

async function countUsed(
  { connection }: Own,
  { credentials = [] }: FoundCredentials,
  now: number,
): Promise<Map<ProviderFamily, Used>> {
  const [day, minute] = [startOf('day', now), now - 60_000];
  const prints = new Map(credentials.map(({ family, key }) => [family, fingerprint(key)]));
  const used = new Map<ProviderFamily, Used>();
  const add = ({ family, keyPrint, at, cached, billed, price }: LedgerEntry) => {
    const before = used.get(family) ?? { minute: 0, today: 0, month: 0, spentToday: {} };
    const isCall = cached === undefined;
    const print = prints.get(family);
    const isOfKey = keyPrint === undefined || print === undefined || keyPrint === print;
    used.set(family, {
      minute: before.minute + (isCall && at > minute ? 1 : 0),
      today: before.today + (isCall && at >= day ? 1 : 0),
      month: before.month + (billed && isOfKey ? 1 : 0),
      spentToday: billed && price && at >= day ? addPrice(before.spentToday, price) : before.spentToday,
    });
  };
  await connection.read(async (database) => {
    used.clear();
    for await (const batch of readLedger(database, { since: startOf('month', now) })) batch.forEach(add);
  });
  return used;
}
