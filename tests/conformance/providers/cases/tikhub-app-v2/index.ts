import type { ProviderCases } from '../../case-types';
import { tikhubCommon, tikhubRefusals } from '../tikhub/envelope';
import { failed } from './failed';
import { listAnswers } from './list-answers';
import { noteAnswers } from './note-answers';
import { gaps, requests } from './requests';

export const tikhubAppV2Cases: ProviderCases = {
  provider: 'tikhub-app-v2',
  ...tikhubCommon,
  requests,
  gaps,
  answers: [...noteAnswers, ...listAnswers],
  failed,
  refusals: tikhubRefusals,
};
