import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/model/providers/credential';
import { justoneapi } from '../../../../src/providers/justoneapi/index';
import { failureOf } from '../read-as';

const CREDENTIAL: Credential = {
  family: 'justoneapi',
  key: 'SECRET-TOKEN',
  region: 'world',
  savedAt: 1,
};
const CALL = { path: '/api/xiaohongshu/get-user/v3', query: { userId: 'u 1' } };

function open(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return justoneapi.open({ status, headers, text, at: 0 }, CALL);
}
const VIDEO_CALL = { path: '/api/xiaohongshu/get-note-detail/v6', query: { noteId: 'n1' } };
const failure = (...args: Parameters<typeof open>) => failureOf(() => open(...args));
const coded = (code: unknown, more: object = {}) => ({ code, message: 'words', data: null, ...more });

describe("JustOneAPI's request", () => {
  it('has the token in its query, and only there', () => {
    expect(justoneapi.toRequest(CALL, CREDENTIAL)).toEqual({
      url: 'https://api.justoneapi.com/api/xiaohongshu/get-user/v3?token=SECRET-TOKEN&userId=u%201',
      headers: { accept: 'application/json' },
    });
  });

  it('leaves no trace of the token in what is thrown or told', () => {
    const body = coded(100, { message: 'bad token SECRET-TOKEN', requestId: 'r1' });
    expect(JSON.stringify(failure(body))).not.toContain('SECRET-TOKEN');
    const operations = Object.values(justoneapi.operations).flat();
    expect(operations.map((endpoint) => endpoint.path).join()).not.toMatch(/token/i);
  });
});

describe("JustOneAPI's envelope", () => {
  it('is taken off, whether or not it is complete', () => {
    const full = coded(0, { data: { a: 1 }, message: null, recordTime: null, requestId: 'abc-1' });
    expect(open(full)).toEqual({ payload: { a: 1 }, billed: true, requestId: 'abc-1' });
    expect(open({ code: 0, data: [1] })).toEqual({ payload: [1], billed: true });
  });

  it.each([[null], [[]], [{}], [''], [undefined]])(
    'with nothing in it is charged for, but where videos are asked for (%j)',
    (data) => {
      const nothing = { kind: 'not-found', status: 200, reason: 'empty' };
      expect(failure({ code: 0, data })).toEqual({ ...nothing, billed: true });
      const text = JSON.stringify({ code: 0, data });
      const ofVideo = failureOf(() => justoneapi.open({ status: 200, headers: {}, text, at: 0 }, VIDEO_CALL));
      expect(ofVideo).toEqual({ ...nothing, billed: false });
    },
  );

  it.each([
    [100, { kind: 'auth' }],
    [101, { kind: 'auth' }],
    [201, { kind: 'not-found', billed: true, reason: 'code-201' }],
    [202, { kind: 'upstream-failed', reason: 'code-202', noRetry: true }],
    [300, { kind: 'upstream-failed', reason: 'code-300', noRetry: true }],
    [301, { kind: 'upstream-failed', reason: 'code-301' }],
    [302, { kind: 'rate-limited' }],
    [303, { kind: 'quota', reason: 'daily-quota' }],
    [400, { kind: 'bad-request' }],
    [404, { kind: 'upstream-failed', reason: 'code-404', noRetry: true }],
    [500, { kind: 'server' }],
    [503, { kind: 'server' }],
    [600, { kind: 'forbidden', reason: 'permission' }],
    [601, { kind: 'balance' }],
    [602, { kind: 'quota', reason: 'token-limit' }],
    [777, { kind: 'upstream-failed', reason: 'code-777', noRetry: true, billed: true }],
  ])('says with code %i what went wrong, also where the status is an error', (code, expected) => {
    const whole = { status: code, billed: false, ...expected };
    expect(failure(coded(code))).toEqual(whole);
    expect(failure(coded(code), 400)).toEqual(whole);
  });

  it('waits as long as it is told, and keeps the id of the request', () => {
    expect(failure(coded(302, { requestId: 'r-9' }), 429, { 'retry-after': '7' })).toEqual({
      kind: 'rate-limited',
      status: 302,
      billed: false,
      retryAfterMs: 7_000,
      requestId: 'r-9',
    });
  });

  it.each([
    [400, 'bad-request'],
    [401, 'auth'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
    [502, 'server'],
  ])('is judged by status %i where it has no code', (status, kind) => {
    expect(failure('<html></html>', status)).toEqual({ kind, status, billed: false });
    expect(failure({ error: 'x' }, status)).toEqual({ kind, status, billed: false });
  });

  it.each([['0'], [null], [0.5], [{}], [undefined]])(
    'is a failure with a code that is no whole number (%j)',
    (code) => {
      expect(failure({ code, data: { a: 1 } })).toEqual({
        kind: 'invalid-response',
        status: 200,
        billed: true,
        reason: 'code',
      });
    },
  );

  it('does not believe a success that comes with an error', () => {
    expect(failure(coded(0, { data: { a: 1 } }), 500)).toEqual({
      kind: 'server',
      status: 500,
      billed: false,
    });
    expect(failure('', 404)).toEqual({
      kind: 'invalid-response',
      status: 404,
      billed: false,
      reason: 'status-404',
    });
  });

  it.each([
    ['HTML', '<html></html>', 'not-json'],
    ['cut', '{"code":0,"data":{"comments":[{"id', 'not-json'],
    ['nothing', ' ', 'empty-body'],
    ['a list', '[]', 'not-json'],
  ])('that is %s is refused, and may have been charged for', (_, text, reason) => {
    expect(failure(text)).toEqual({ kind: 'invalid-response', status: 200, billed: true, reason });
  });
});
