import type { ProviderCases } from '../../case-types';
import { tikhubCommon, tikhubRefusals } from '../tikhub/envelope';
import { answers } from './answers';
import { failed } from './failed';
import { gaps, requests } from './requests';

export const tikhubAppCases: ProviderCases = {
  provider: 'tikhub-app',
  ...tikhubCommon,
  requests,
  gaps,
  answers,
  failed,
  refusals: tikhubRefusals,
};
