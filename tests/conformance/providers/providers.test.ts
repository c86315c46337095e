import { describe, expect, it } from 'vitest';
import { PROVIDER_SERIES } from '../../../src/providers/registry';
import { findGap, listEndpoints, read, toQuery } from './ask';
import { ALL_CASES } from './all-cases';
import type { AnswerCase, ProviderCases } from './case-types';
import { renameAt, replaceAt, spoilEach } from './spoil';

const isInSeconds = (time: number) => time < 1e11;

/** The same moment in the other unit. */
const inOtherUnit = (value: unknown) => {
  const time = Number(value);
  const other = isInSeconds(time) ? time * 1_000 : time / 1_000;
  return typeof value === 'string' ? String(other) : other;
};

const nameOf = ({ operation, path }: { operation: string; path: string }) => `${operation} by ${path}`;

it('every series of the registry has its cases, and no other', () => {
  expect(ALL_CASES.map((cases) => cases.provider).sort()).toEqual(PROVIDER_SERIES.map(({ id }) => id).sort());
});

describe.each(ALL_CASES.map((cases) => [cases.provider, cases] as const))('%s', (id, cases) => {
  const found = PROVIDER_SERIES.find((series) => series.id === id);
  if (!found) throw new Error(`${id} is not registered`);
  const provider = found;

  it('has a request and an answer for every endpoint', () => {
    const endpoints = listEndpoints(provider).map(nameOf).sort();
    expect([...new Set(cases.requests.map(nameOf))].sort()).toEqual(endpoints);
    expect([...new Set(cases.answers.map(nameOf))].sort()).toEqual(endpoints);
  });

  it.each(cases.requests.map((one) => [nameOf(one), one] as const))('asks for %s', (_name, one) => {
    expect(findGap(provider, one)).toBeUndefined();
    checkRequest(
      cases,
      provider.toRequest({ path: one.path, query: toQuery(provider, one) }, cases.credential),
      one,
    );
  });

  it('goes to the address of the region, over https', () => {
    for (const [region, base] of Object.entries(cases.bases)) {
      const credential = { ...cases.credential, region: region as 'world' | 'china' };
      const { url } = provider.toRequest({ path: '/path', query: {} }, credential);
      expect(url.startsWith(`${base}/path`)).toBe(true);
      expect(new URL(url).protocol).toBe('https:');
    }
  });

  it('says what an endpoint cannot express', () => {
    for (const one of cases.gaps ?? [])
      expect([nameOf(one), findGap(provider, one)]).toEqual([nameOf(one), one.gap]);
  });

  describe.each(cases.answers.map((one) => [nameOf(one), one] as const))('an answer to %s', (_name, one) => {
    checkAnswer(one);
  });

  it.each(cases.failed.map((one) => [one.what, one] as const))('fails for: %s', (_what, one) => {
    const result = read(provider, one, { body: one.body });
    expect(result).toEqual({
      failure: expect.objectContaining({ provider: id, operation: one.operation, ...one.failure }),
    });
  });

  it.each(cases.refusals.map((one) => [one.what, one] as const))('knows the refusal: %s', (_what, one) => {
    const any = cases.answers.find(({ path }) => one.path === undefined || path === one.path);
    if (!any) throw new Error('no such endpoint');
    const { failure } = read(provider, any, one) as { failure: object };
    expect(failure).toMatchObject({ provider: id, operation: any.operation, ...one.failure });
    for (const key of ['retryAfterMs', 'requestId', 'noRetry', 'reason'] as const) {
      if (one.failure[key] === undefined && key !== 'reason') expect(failure).not.toHaveProperty(key);
    }
  });

  function checkAnswer(one: AnswerCase): void {
    const parsed: unknown = typeof one.body === 'string' ? JSON.parse(one.body) : one.body;

    it('is read into the model', () => {
      expect(read(provider, one, { body: one.body })).toEqual({ output: one.output });
    });

    it('is read whatever type the answer says it has', () => {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      expect(read(provider, one, { body: one.body, headers })).toEqual({ output: one.output });
    });

    it('is no answer when empty, cut, HTML or something else', () => {
      const text = JSON.stringify(parsed);
      const bodies = [
        '',
        '   ',
        text.slice(0, text.length / 2),
        '<!doctype html><title>502</title>',
        '[]',
        '"x"',
        'null',
        '7',
      ];
      for (const body of bodies) {
        const result = read(provider, one, { body });
        expect([body, result]).toEqual([
          body,
          {
            failure: expect.objectContaining({ kind: 'invalid-response', billed: cases.isUnreadableBilled }),
          },
        ]);
      }
    });

    it('ends in an answer or a known failure, whatever is missing or of another kind', () => {
      for (const { what, body } of spoilEach(parsed)) {
        const result = read(provider, one, { body });
        if ('failure' in result) expect([what, result.failure.reason]).not.toEqual([what, 'unreadable']);
        else expect([what, result.output]).not.toEqual([what, undefined]);
      }
    });

    if (one.list !== undefined) {
      it(`is no answer without its list`, () => {
        const result = read(provider, one, { body: renameAt(parsed, one.list ?? '') });
        expect(result).toEqual({ failure: expect.objectContaining({ kind: 'invalid-response' }) });
      });
    }

    if (one.times?.length) {
      it('has the same times in seconds and in milliseconds', () => {
        const body = (one.times ?? []).reduce<unknown>(
          (now, path) => replaceAt(now, path, inOtherUnit),
          parsed,
        );
        expect(read(provider, one, { body })).toEqual({ output: one.output });
      });
    }
  }
});

function checkRequest(
  cases: ProviderCases,
  request: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  one: ProviderCases['requests'][number],
): void {
  const url = new URL(request.url);
  const query = Object.fromEntries(url.searchParams);
  const headers = { ...request.headers };
  if ('query' in cases.keyIn) {
    expect(query[cases.keyIn.query]).toBe(cases.credential.key);
    delete query[cases.keyIn.query];
  } else {
    expect(headers[cases.keyIn.header]).toBe(cases.keyIn.value);
    delete headers[cases.keyIn.header];
  }
  expect(query).toEqual(one.query);
  expect([...url.searchParams.keys()].length).toBe(new Set(url.searchParams.keys()).size);
  const path = one.path.replace(/\{[a-z_]+\}/, '[^/]+');
  expect(url.pathname).toMatch(new RegExp(`^${path}$`));
  expect(`${url.origin}${url.pathname}${JSON.stringify(query)}${JSON.stringify(headers)}`).not.toContain(
    cases.credential.key,
  );
}
