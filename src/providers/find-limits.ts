import type { Credential } from '../model/providers/credential';
import type { ProviderFamily } from '../model/providers/provider.catalog';
import { FAMILY_PACE, MINUTE_WINDOW_MS, PARSEBOT_PLANS } from './limits.catalog';
import type { PaceWindow } from './limits.catalog';

export interface Limits {
  readonly pace: readonly PaceWindow[];
  readonly creditsPerMonth?: number;
}

/** What may be asked of a family with this key. A plan that was not named is the smallest one. */
export function findLimits(family: ProviderFamily, credential: Pick<Credential, 'plan'> | undefined): Limits {
  if (family !== 'parsebot') return { pace: FAMILY_PACE[family] };
  const { perMinute, creditsPerMonth } = PARSEBOT_PLANS[credential?.plan ?? 'free'];
  return { pace: [{ ms: MINUTE_WINDOW_MS, max: perMinute }], creditsPerMonth };
}
