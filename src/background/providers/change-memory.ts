import { omitUndefined } from '../../lib/omit-undefined';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { ProviderFamily, ProviderId } from '../../model/providers/provider.catalog';

/** Nothing stands against the family any more: its key is new, or the user says that it is mended. */
export function forgiveFamily(memory: ProviderMemory, family: ProviderFamily): ProviderMemory {
  const { balance } = memory.families[family] ?? {};
  const isOther = (provider: ProviderId) => PROVIDERS[provider].family !== family;
  return {
    ...memory,
    families: { ...memory.families, [family]: omitUndefined({ balance }) },
    series: Object.fromEntries(Object.entries(memory.series).filter(([id]) => isOther(id as ProviderId))),
    takenOut: memory.takenOut.filter((out) => isOther(out.provider)),
  };
}

/** The same for one series; what stands against its family stays. */
export function forgiveSeries(memory: ProviderMemory, provider: ProviderId): ProviderMemory {
  return {
    ...memory,
    series: omitUndefined({ ...memory.series, [provider]: undefined }),
    takenOut: memory.takenOut.filter((out) => out.provider !== provider),
  };
}

/** The key is gone, and with it what was known of its account. */
export function forgetAccount(memory: ProviderMemory, family: ProviderFamily): ProviderMemory {
  const forgiven = forgiveFamily(memory, family);
  return { ...forgiven, families: omitUndefined({ ...forgiven.families, [family]: undefined }) };
}
