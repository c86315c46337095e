import type { Price } from '../../model/providers/price';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { ProviderSettings } from '../../model/providers/provider-settings';
import { FAMILY_PRICES, LISTED_PRICES } from './prices.catalog';

/**
 * What one successful call costs: as the user entered it, else as the vendor said, else as listed. `undefined`: nobody
 * knows, which is not the same as nothing.
 */
export function findPrice(
  endpoint: string,
  family: ProviderFamily,
  known: {
    readonly entered: ProviderSettings['enteredPrices'];
    readonly told: ProviderMemory['prices'];
  },
): Price | undefined {
  const find = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
    Object.hasOwn(table, key) ? table[key] : undefined;
  return (
    find(known.entered, endpoint) ??
    find(known.entered, family) ??
    find(known.told, endpoint)?.price ??
    find(LISTED_PRICES, endpoint) ??
    find(FAMILY_PRICES, family)
  );
}
