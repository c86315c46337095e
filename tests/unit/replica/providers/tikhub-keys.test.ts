import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { priceOf } from '../../../replica/providers/tikhub/prices';
import { startReplica } from '../../../replica/start';
import type { ProviderKeyName, Replica } from '../../../replica/types';
import { askTikhub, at, listAt } from './ask-provider';

let replica: Replica;
beforeEach(async () => {
  replica = await startReplica();
});
afterEach(() => replica.close());

const ACCOUNT = '/api/v1/tikhub/user/';
const getTeaId = () => replica.world.findNote('tea')?.noteId ?? '';

function askWith(name: ProviderKeyName) {
  return askTikhub(
    replica,
    'app_v2/get_note_comments',
    { note_id: getTeaId() },
    { key: replica.providerKey('tikhub', name).value },
  );
}

describe('keys', () => {
  it.each([
    ['unknown', 401],
    ['expired', 401],
    ['wrong-scope', 403],
    ['unverified', 403],
    ['no-balance', 402],
    ['second', 200],
  ] as const)('%s: HTTP %i', async (name, status) => {
    const reply = await askWith(name);
    expect(reply.status).toBe(status);
    if (status !== 200) expect(at(reply.json, 'detail', 'code')).toBe(status);
    expect(replica.providerCalls).toMatchObject([{ status, keyName: name, billed: status === 200 }]);
  });

  it('none at all, or one in the query: 401; in a cookie it counts', async () => {
    const value = replica.providerKey('tikhub').value;
    const params = { note_id: getTeaId() };
    const none = { key: undefined };
    expect((await askTikhub(replica, 'app_v2/get_note_comments', params, none)).status).toBe(401);
    const inQuery = await askTikhub(replica, 'app_v2/get_note_comments', { ...params, token: value }, none);
    expect(inQuery.status).toBe(401);
    const headers = { cookie: `Authorization=Bearer ${value}` };
    expect((await askTikhub(replica, 'app_v2/get_note_comments', params, { ...none, headers })).status).toBe(
      200,
    );
    expect(JSON.stringify(replica.providerCalls)).not.toContain(value);
  });

  it('lose balance with every billed call, free credit first, until nothing is left', async () => {
    const key = replica.providerKey('tikhub');
    key.freeCredit = 0.015;
    key.balance = 0.01;
    expect((await askWith('valid')).status).toBe(200);
    expect([key.freeCredit, key.balance]).toEqual([0.005, 0.01]);
    expect((await askWith('valid')).status).toBe(200);
    expect([key.freeCredit, key.balance]).toEqual([0, 0.005]);
    const refused = await askWith('valid');
    expect([refused.status, at(refused.json, 'detail', 'message')]).toEqual([402, 'Insufficient balance']);
    const cheap = await askTikhub(replica, `${ACCOUNT}get_user_daily_usage`);
    expect(cheap.status).toBe(200);
    expect(replica.billedCalls('tikhub')).toEqual({ count: 3, price: 0.021 });
  });

  it('may make ten calls a second; the eleventh is refused, for nothing, and told when to come back', async () => {
    const all = await Promise.all(Array.from({ length: 11 }, () => askWith('valid')));
    expect(all.filter((reply) => reply.status === 200)).toHaveLength(10);
    const refused = all.find((reply) => reply.status === 429);
    expect(refused?.headers['retry-after']).toBe('1');
    expect(replica.billedCalls('tikhub').count).toBe(10);
    replica.providerKey('tikhub').limits.perSecond = 0;
    replica.providerSwitches.rateLimitHeaders = 'reset-unix';
    const later = await askWith('valid');
    expect(Number(later.headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000 - 1);
    expect(later.headers['retry-after']).toBeUndefined();
    replica.providerSwitches.rateLimitHeaders = 'none';
    expect(Object.keys((await askWith('valid')).headers)).not.toContain('x-ratelimit-reset');
  });
});

describe('the account', () => {
  it('tells balance and prices, at no cost', async () => {
    const me = await askTikhub(replica, `${ACCOUNT}get_user_info`);
    expect(at(me.json, 'user_data', 'balance')).toBe(replica.providerKey('tikhub').balance);
    expect(at(me.json, 'user_data', 'email_verified')).toBe(true);
    expect(at(me.json, 'data')).toBeUndefined();
    const priceOf = async (endpoint: string) =>
      at(
        (await askTikhub(replica, `${ACCOUNT}get_endpoint_info`, { endpoint })).json,
        'data',
        'endpoint_cost',
      );
    expect(await priceOf('/api/v1/xiaohongshu/app_v2/search_notes')).toBe(0.01);
    const all = await askTikhub(replica, `${ACCOUNT}get_all_endpoints_info`);
    expect(listAt(all.json, 'data').length).toBeGreaterThan(4);
    expect(replica.billedCalls()).toEqual({ count: 0, price: 0 });
  });

  it('reckons the price of many calls a day by tiers', async () => {
    const reply = await askTikhub(replica, `${ACCOUNT}calculate_price`, {
      endpoint: '/api/v1/xiaohongshu/app_v2/search_notes',
      request_per_day: 12_000,
    });
    // The vendor's own example: 10 USD at 0.001 a call, so ten times that at 0.01.
    expect(at(reply.json, 'data', 'total_price')).toBe(100);
    const tiers = await askTikhub(replica, `${ACCOUNT}get_tiered_discount_info`);
    expect(listAt(tiers.json, 'data').map((tier) => at(tier, 'discount'))).toEqual([0, 10, 20, 30, 40, 50]);
  });
});

describe('prices', () => {
  it.each([
    ['app_v2/get_note_comments', 0, 0.01],
    ['app_v2/get_note_comments', 999, 0.01],
    ['app_v2/get_note_comments', 1_000, 0.009],
    ['app_v2/get_note_comments', 30_000, 0.005],
    ['app_v2/get_user_info', 0, 0.001],
    ['web_v3/fetch_note_detail', 5_000, 0.0008],
    ['account/get_user_info', 0, 0],
    ['account/get_user_daily_usage', 0, 0.001],
  ])('%s after %i calls of the day: %d', (endpoint, billedToday, price) => {
    expect(priceOf(endpoint, billedToday)).toBeCloseTo(price, 9);
  });
});

describe('paths', () => {
  it('that are gone: 404; deprecated ones: 400, whatever is asked', async () => {
    for (const path of [
      'app_v2/get_mixed_note_detail',
      'web_v2/fetch_feed_notes_v3',
      'web/get_note_info_v2',
      'nothing',
    ]) {
      expect((await askTikhub(replica, path)).status).toBe(404);
    }
    for (const path of ['web/get_note_comments', 'web/get_note_comment_replies']) {
      const reply = await askTikhub(replica, path, { note_id: getTeaId() });
      expect([reply.status, at(reply.json, 'detail', 'code')]).toEqual([400, 400]);
      expect(at(reply.json, 'detail', 'message')).toMatch(/deprecated/);
      expect(at(reply.json, 'detail', 'router')).toBe(`/api/v1/xiaohongshu/${path}`);
    }
    expect((await askTikhub(replica, '/api/v1/health/check', {}, { key: undefined })).json).toEqual({
      status: 'ok',
    });
    expect(replica.billedCalls().count).toBe(0);
  });

  it('without what they require: 422 that names it', async () => {
    const reply = await askTikhub(replica, 'app_v2/get_note_sub_comments', { note_id: getTeaId() });
    expect(reply.status).toBe(422);
    expect(at(reply.json, 'detail', 0, 'loc')).toEqual(['query', 'comment_id']);
  });
});
