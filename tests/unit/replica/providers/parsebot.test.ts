import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../../../replica/start';
import type { Replica } from '../../../replica/types';
import { askParsebot, at, type ProviderAsk } from './ask-provider';

let replica: Replica;
beforeEach(async () => {
  replica = await startReplica();
});
afterEach(() => replica.close());

const getId = (key: string): string => replica.world.findNote(key)?.noteId ?? '';

function askDetail(key: string, token: string, options: Parameters<typeof askParsebot>[3] = {}) {
  return askParsebot(replica, 'get_note_detail', { note_id: getId(key), xsec_token: token }, options);
}

const askTea = (options: ProviderAsk & { scraperId?: string; method?: string } = {}) =>
  askDetail('tea', replica.issueToken(getId('tea')), options);

describe('the detail of a note', () => {
  it('comes for the note’s own token: times in ms, counts as text', async () => {
    const note = replica.world.findNote('tea');
    const reply = await askTea();
    expect([reply.status, at(reply.json, 'status')]).toEqual([200, 'success']);
    expect(at(reply.json, 'data')).toMatchObject({
      note_id: note?.noteId,
      title: note?.title,
      description: note?.desc,
      time: note?.time,
      user: { user_id: note?.author.userId },
    });
    expect(at(reply.json, 'data', 'interact_info', 'liked_count')).toBe('1.2万');
    expect(at(reply.json, 'data', 'video')).toBeUndefined();
    const video = await askDetail('video', replica.issueToken(getId('video')));
    expect(at(video.json, 'data', 'video', 'duration')).toBe(
      replica.world.findNote('video')?.video?.durationSeconds,
    );
  });

  it('may come bare', async () => {
    replica.providerSwitches.wrapped = false;
    expect(at((await askTea()).json, 'note_id')).toBe(getId('tea'));
  });

  it('with another note’s token, an expired one or none: 422 stale_input, no credit taken', async () => {
    const tokens = [replica.issueToken(getId('video')), replica.expiredToken(getId('tea')), ''];
    for (const token of tokens) {
      const reply = await askDetail('tea', token);
      expect(reply.status).toBe(422);
      expect(reply.json).toMatchObject({ error: { status: 'stale_input' }, status_code: 422 });
    }
    const gone = await askDetail('removed', replica.issueToken(getId('removed')));
    expect(gone.status).toBe(422);
    expect(replica.providerKey('parsebot').balance).toBe(5000);
  });
});

describe('a profile', () => {
  it('has follows and fans as text', async () => {
    const author = replica.world.authors[3];
    const reply = await askParsebot(replica, 'get_user_profile', { user_id: author?.userId ?? '' });
    expect(at(reply.json, 'data')).toMatchObject({ nickname: author?.nickname, red_id: author?.redId });
    expect(typeof at(reply.json, 'data', 'fans')).toBe('string');
    expect((await askParsebot(replica, 'get_user_profile', { user_id: 'x' })).status).toBe(422);
  });
});

describe('who may ask', () => {
  it.each([
    ['unknown', 401],
    ['expired', 401],
    ['wrong-scope', 403],
    ['no-balance', 429],
    ['second', 200],
  ] as const)('%s: HTTP %i', async (name, status) => {
    const reply = await askTea({ key: replica.providerKey('parsebot', name).value });
    expect(reply.status).toBe(status);
    if (status !== 200) expect(at(reply.json, 'status_code')).toBe(status);
    expect(replica.providerCalls).toMatchObject([{ keyName: name, status, billed: status === 200 }]);
  });

  it('no key 401, another scraper or version 404, not GET 405', async () => {
    expect((await askTea({ key: undefined })).status).toBe(401);
    expect((await askTea({ scraperId: '00000000-0000-0000-0000-000000000000' })).status).toBe(404);
    expect((await askTea({ headers: { 'api-snapshot-version': '99' } })).status).toBe(404);
    expect((await askTea({ headers: { 'api-snapshot-version': '7' } })).status).toBe(200);
    expect((await askTea({ method: 'POST' })).status).toBe(405);
    expect((await askParsebot(replica, 'get_comments')).status).toBe(404);
  });

  it('so many a minute, and a credit each', async () => {
    const free = replica.providerKey('parsebot', 'free');
    const replies = [];
    for (let index = 0; index < 6; index += 1) replies.push(await askTea({ key: free.value }));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number(replies[5]?.headers['retry-after'])).toBeGreaterThan(50);
    expect(free.balance).toBe(95);
    expect(replica.billedCalls('parsebot')).toEqual({ count: 5, price: 5 });
  });

  it('failures that are switched on have the vendor’s own words', async () => {
    replica.providerFaults.parsebot.failures.push(
      { status: 502 },
      { status: 503, retryAfterInBody: 12 },
      { status: 429, retryAfter: 3 },
      { status: 500 },
    );
    const [upstream, blocked, burst, broken] = [
      await askTea(),
      await askTea(),
      await askTea(),
      await askTea(),
    ];
    expect(upstream?.json).toMatchObject({
      error: { status: 'upstream_error', upstream_status_code: 461 },
      status_code: 502,
    });
    expect(blocked?.json).toMatchObject({ error: { status: 'blocked', retry_after: 12 } });
    expect(burst?.headers['retry-after']).toBe('3');
    expect(broken?.json).toMatchObject({ error: { status: 'error' }, status_code: 500 });
  });
});
