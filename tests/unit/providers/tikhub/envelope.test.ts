import { describe, expect, it } from 'vitest';
import type { ProviderError } from '../../../../src/model/providers/provider-error';
import { openTikhub } from '../../../../src/providers/tikhub/envelope';
import { toTikhubRequest } from '../../../../src/providers/tikhub/to-request';

const AT = Date.UTC(2026, 8, 1);
const CALL = { path: '/api/v1/xiaohongshu/app_v2/get_user_info', query: {} };

const outer = (more: object) => ({
  code: 200,
  request_id: 'req-1',
  message: 'Request successful.',
  router: CALL.path,
  params: { user_id: 'x' },
  ...more,
});

function open(
  body: unknown,
  more: { status?: number; headers?: Record<string, string>; path?: string } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { status = 200, headers = {}, path = CALL.path } = more;
  return openTikhub({ status, headers, text, at: AT }, { ...CALL, path });
}

function failure(...args: Parameters<typeof open>) {
  try {
    open(...args);
  } catch (thrown) {
    return (thrown as ProviderError).failure;
  }
  throw new Error('opened');
}

describe('openTikhub', () => {
  it('takes the inner envelopes of all series off', () => {
    const payload = { rows: [1] };
    expect(
      open(outer({ data: { code: 0, success: true, msg: '成功', data: payload, search_id: 's' } })),
    ).toEqual({
      payload: {
        content: payload,
        beside: { code: 0, success: true, msg: '成功', search_id: 's' },
        asked: { user_id: 'x' },
      },
      billed: true,
      requestId: 'req-1',
    });
    const contents = [
      { ok: true, data: payload },
      { code: 0, data: payload, message: null, recordTime: '2026-02-06T10:04:02.1' },
      { result: 0, success: true, data: payload },
      payload,
    ].map((data) => (open(outer({ data })).payload as { content: unknown }).content);
    expect(contents).toEqual([payload, payload, payload, payload]);
  });

  it('takes what is extracted of a link, lists, and accounts as they are', () => {
    const link = { note_id: 'n', xsec_token: 't' };
    expect(open(outer({ data: link })).payload).toMatchObject({ content: link });
    expect(open(outer({ data: { code: 0, data: [link] } })).payload).toMatchObject({ content: [link] });
    const account = { code: 200, user_data: { balance: 1 } };
    expect(open(account).payload).toEqual({ content: account, beside: {}, asked: {} });
  });

  it('keeps ids beyond 2^53 whole', () => {
    const text = '{"code":200,"data":{"code":0,"data":{"video_id":135750916117632975}}}';
    expect(open(text).payload).toMatchObject({ content: { video_id: '135750916117632975' } });
  });

  it('takes the free re-read only from the vendor’s own host over https', () => {
    const good = 'https://cache.tikhub.io/api/v1/cache/public/req-1?sign=invented';
    expect(open(outer({ data: {}, cache_url: good })).cacheUrl).toBe(good);
    for (const cache_url of ['http://cache.tikhub.io/x', 'https://cache.tikhub.io.example/x', '', 7]) {
      expect(open(outer({ data: {}, cache_url }))).not.toHaveProperty('cacheUrl');
    }
  });

  it('charges for what was answered with 200 and failed inside', () => {
    const billed = { kind: 'upstream-failed', billed: true, status: 200, requestId: 'req-1' };
    expect(failure(outer({ data: { code: -1, success: false, msg: '参数错误', data: null } }))).toEqual({
      ...billed,
      reason: 'inner-code -1',
    });
    expect(failure(outer({ data: { code: 0, success: false, data: {} } }))).toEqual({
      ...billed,
      reason: 'inner-failure',
    });
    expect(failure(outer({ data: { ok: false, data: {} } }))).toEqual({ ...billed, reason: 'inner-failure' });
    expect(failure(outer({ data: { code: 0, success: true, data: null } }))).toEqual({
      ...billed,
      reason: 'inner-empty',
    });
    expect(failure(outer({ data: null }))).toEqual({ ...billed, reason: 'inner-empty' });
    expect(failure(outer({ data: { code: -510001, success: false, data: null } }))).toEqual({
      ...billed,
      kind: 'not-found',
      reason: 'site-510001',
    });
  });

  it('names bodies that are none', () => {
    expect(failure('')).toEqual({
      kind: 'invalid-response',
      status: 200,
      billed: true,
      reason: 'empty-body',
    });
    const notJson = { kind: 'invalid-response', status: 200, billed: true, reason: 'not-json' };
    expect(failure('<html>502</html>', { headers: { 'x-request-id': 'h-1' } })).toEqual({
      ...notJson,
      requestId: 'h-1',
    });
    expect(failure('{"code":200,"data":{"co')).toEqual(notJson);
    expect(failure('[]')).toEqual(notJson);
  });

  it('knows every refusal', () => {
    const detail = (code: number, message: string) => ({ detail: { code, request_id: 'req-2', message } });
    const ended =
      'This endpoint has been deprecated. Please migrate to the Xiaohongshu-App-V2-API series of APIs.';
    const rows: [number, unknown, object][] = [
      [400, detail(400, 'Request failed. Please retry.'), { kind: 'upstream-failed', reason: 'http-400' }],
      [400, detail(400, ended), { kind: 'deprecated' }],
      [401, { detail: 'Invalid API key' }, { kind: 'auth' }],
      [402, detail(402, 'Insufficient balance'), { kind: 'balance' }],
      [403, detail(403, 'API key lacks the required scope'), { kind: 'forbidden', reason: 'scope' }],
      [
        403,
        detail(403, 'Please verify your email first'),
        { kind: 'forbidden', reason: 'email-not-verified' },
      ],
      [403, detail(403, 'Daily quota exceeded'), { kind: 'forbidden', reason: 'quota' }],
      [403, detail(403, 'For enterprise users only'), { kind: 'forbidden', reason: 'enterprise' }],
      [404, detail(404, 'Not Found'), { kind: 'not-found', reason: 'http-404' }],
      [
        422,
        { detail: [{ loc: ['query', 'note_id'], msg: 'field required', type: 'missing' }] },
        { kind: 'bad-request', reason: 'note_id' },
      ],
      [500, detail(500, 'oops'), { kind: 'server' }],
      [502, '<html>Bad gateway</html>', { kind: 'server' }],
      [503, '', { kind: 'server' }],
      [301, '', { kind: 'invalid-response', reason: 'status-301' }],
    ];
    for (const [status, body, expected] of rows) {
      expect(failure(body, { status })).toMatchObject({ status, billed: false, ...expected });
    }
    expect(failure(detail(402, 'x'), { status: 402 }).requestId).toBe('req-2');
    expect(failure('', { status: 403, path: '/api/v1/xiaohongshu/web_v3/fetch_note_detail' }).reason).toBe(
      'enterprise',
    );
  });

  it('charges for a refusal that came with 200', () => {
    expect(failure({ code: 402, message: 'x' })).toMatchObject({
      kind: 'balance',
      status: 402,
      billed: true,
    });
    expect(failure({ detail: { code: 400, message: 'x' } })).toMatchObject({
      kind: 'upstream-failed',
      billed: true,
    });
  });

  it('reads how long to wait', () => {
    const wait = (headers: Record<string, string>) => failure('', { status: 429, headers }).retryAfterMs;
    expect(wait({ 'retry-after': '7' })).toBe(7_000);
    expect(wait({ 'retry-after': '7', 'x-ratelimit-reset': '30' })).toBe(7_000);
    expect(wait({ 'x-ratelimit-reset': '30' })).toBe(30_000);
    expect(wait({ 'x-ratelimit-reset': String(AT / 1_000 + 12) })).toBe(12_000);
    expect(wait({ 'x-ratelimit-reset': String(AT / 1_000 - 12) })).toBe(0);
    expect(wait({ 'retry-after': 'soon' })).toBeUndefined();
    expect(wait({})).toBeUndefined();
  });

  it('keeps words of the vendor out of what is kept', () => {
    const text = JSON.stringify(
      failure({ detail: { code: 400, message: 'Bearer secret' } }, { status: 400 }),
    );
    expect(text).not.toContain('secret');
  });
});

describe('toTikhubRequest', () => {
  const key = { family: 'tikhub', key: 'th-invented', savedAt: 0 } as const;

  it('puts the key into the header and takes the address of the region', () => {
    const call = { path: '/api/v1/x', query: { keyword: '猫 粮', page: 1, cursor: undefined } };
    expect(toTikhubRequest(call, { ...key, region: 'world' })).toEqual({
      url: 'https://api.tikhub.io/api/v1/x?keyword=%E7%8C%AB%20%E7%B2%AE&page=1',
      headers: { authorization: 'Bearer th-invented', accept: 'application/json' },
    });
    expect(toTikhubRequest(call, { ...key, region: 'china' }).url).toMatch(
      /^https:\/\/api\.tikhub\.dev\/api\/v1\/x\?/,
    );
  });
});
