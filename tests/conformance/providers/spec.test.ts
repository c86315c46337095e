import { describe, expect, it } from 'vitest';
import { PROVIDER_SERIES } from '../../../src/providers/registry';
import type { Exchange } from '../../replica/server/exchange';
import { createSpecChecker } from '../../replica/providers/spec/spec-checker';
import { findSpecsDir } from '../../support/provider-specs';
import { ALL_CASES } from './all-cases';
import { toQuery } from './ask';

const specsDir = findSpecsDir();
const checked = ALL_CASES.filter(({ provider }) => provider !== 'parsebot');

/** The exceptions are the replica's list, one by one: path, parameter, the newer fact. */
describe.skipIf(specsDir === undefined)('requests, held against the vendors’ OpenAPI documents', () => {
  it.each(checked.map((cases) => [cases.provider, cases] as const))('%s', (id, cases) => {
    const provider = PROVIDER_SERIES.find((series) => series.id === id);
    const checker = createSpecChecker(specsDir);
    for (const one of cases.requests) {
      const query = provider ? toQuery(provider, one) : {};
      const request = provider?.toRequest({ path: one.path, query }, cases.credential);
      const url = new URL(request?.url ?? '');
      const asked = { host: url.hostname, path: url.pathname, method: 'GET', query: url.searchParams };
      checker.check(asked as Exchange);
    }
    expect(cases.requests.length).toBeGreaterThan(0);
    expect(checker.violations).toEqual([]);
  });

  it('would notice a parameter that the vendor does not know', () => {
    const checker = createSpecChecker(specsDir);
    const path = '/api/v1/xiaohongshu/app_v2/get_user_info';
    const query = new URLSearchParams({ user_id: 'x', limit: '20' });
    checker.check({ host: 'api.tikhub.io', path, method: 'GET', query } as Exchange);
    expect(checker.violations.map(({ parameter }) => parameter)).toEqual(['limit']);
  });
});
