import type { ProviderCases } from '../../case-types';
import { tikhubCommon, tikhubRefusals } from '../tikhub/envelope';
import { answers } from './answers';
import { failed } from './failed';
import { gaps, requests } from './requests';
import { detailPath } from './values';

export const tikhubWebV3Cases: ProviderCases = {
  provider: 'tikhub-web-v3',
  ...tikhubCommon,
  requests,
  gaps,
  answers,
  failed,
  refusals: [
    ...tikhubRefusals.filter((row) => !/quota|scope|verified/.test(row.what)),
    {
      what: '403 for those who are no enterprise, by word',
      status: 403,
      body: { detail: { code: 403, message: 'This API is only available to enterprise users' } },
      path: detailPath,
      failure: { kind: 'forbidden', billed: false, reason: 'enterprise' },
    },
    {
      what: '403 for those who are no enterprise, without a word',
      status: 403,
      body: { detail: 'Forbidden' },
      path: detailPath,
      failure: { kind: 'forbidden', billed: false, reason: 'enterprise' },
    },
  ],
};
