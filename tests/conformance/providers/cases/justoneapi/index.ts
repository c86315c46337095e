import type { ProviderCases } from '../../case-types';
import { answers } from './answers';
import { failed } from './failed';
import { justoneapiRefusals } from './refusals';
import { gaps, requests } from './requests';

export const justoneapiCases: ProviderCases = {
  provider: 'justoneapi',
  credential: { family: 'justoneapi', key: 'joa-invented-token', region: 'world', savedAt: 0 },
  bases: { world: 'https://api.justoneapi.com' },
  keyIn: { query: 'token' },
  isUnreadableBilled: true,
  requests,
  gaps,
  answers,
  failed,
  refusals: justoneapiRefusals,
};
