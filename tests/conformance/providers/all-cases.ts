import type { ProviderCases } from './case-types';
import { justoneapiCases } from './cases/justoneapi';
import { parsebotCases } from './cases/parsebot';
import { tikhubAppCases } from './cases/tikhub-app';
import { tikhubAppV2Cases } from './cases/tikhub-app-v2';
import { tikhubWebCases } from './cases/tikhub-web';
import { tikhubWebV2Cases } from './cases/tikhub-web-v2';
import { tikhubWebV3Cases } from './cases/tikhub-web-v3';

/** One file of cases for each series of the registry. */
export const ALL_CASES: readonly ProviderCases[] = [
  tikhubAppV2Cases,
  tikhubAppCases,
  tikhubWebV3Cases,
  justoneapiCases,
  parsebotCases,
  tikhubWebV2Cases,
  tikhubWebCases,
];
