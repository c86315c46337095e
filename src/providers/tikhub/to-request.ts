import { FAMILIES } from '../../model/providers/provider.catalog';
import { toQueryText } from '../provider';
import type { Provider } from '../provider';

const { bases } = FAMILIES.tikhub;

/**
 * All of TikHub's series: the key goes into the header, never into the address, and the base address is that of the
 * user's region, which the vendor asks to keep to (TikHub OpenAPI V5.3.2, 2026-03).
 */
export const toTikhubRequest: Provider['toRequest'] = (call, credential) => {
  const base = bases.find(({ region }) => region === credential.region) ?? bases[0];
  return {
    url: `${base?.url ?? ''}${call.path}${toQueryText(call.query)}`,
    headers: { authorization: `Bearer ${credential.key}`, accept: 'application/json' },
  };
};
