import type { ProviderCases } from './case-types';
import { tikhubAppCases } from './cases/tikhub-app';
import { tikhubAppV2Cases } from './cases/tikhub-app-v2';

/** One file of cases for each series of the registry. */
export const ALL_CASES: readonly ProviderCases[] = [tikhubAppV2Cases, tikhubAppCases];
