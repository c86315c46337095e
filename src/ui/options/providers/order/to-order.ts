import type { OperationName } from '../../../../model/providers/operation';
import { PROVIDER_IDS, type ProviderId } from '../../../../model/providers/provider.catalog';
import type { ProviderSettings } from '../../../../model/providers/provider-settings';

/** The order in which providers are asked for one operation, or for everything; one that is not named comes last. */
export function toOrder(settings: ProviderSettings, operation?: OperationName): ProviderId[] {
  const named = (operation && settings.orderOf[operation]) ?? settings.order;
  return [...new Set([...named, ...settings.order, ...PROVIDER_IDS])];
}

/** The list with one entry a place earlier (`-1`) or later (`1`) among those that are shown. */
export function moveInOrder(
  order: readonly ProviderId[],
  shown: readonly ProviderId[],
  { id, step }: { readonly id: ProviderId; readonly step: -1 | 1 },
): ProviderId[] {
  const other = shown[shown.indexOf(id) + step];
  if (other === undefined) return [...order];
  return order.map((one) => (one === id ? other : one === other ? id : one));
}
