import { request as askProxy } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { ask, callApi, readCommentPage } from './ask';

let replica: Replica;
let teaId: string;
beforeAll(async () => {
  replica = await startReplica();
  teaId = replica.world.findNote('tea')?.noteId ?? '';
});
afterAll(() => replica.close());
afterEach(() => replica.clearRecords());

const COMMENTS = '/api/sns/web/v2/comment/page';

describe('the API host', () => {
  it('answers 406 to a call that the page did not sign, and records it as such', async () => {
    const url = `https://edith.xiaohongshu.com${COMMENTS}?note_id=${teaId}`;
    expect((await ask(replica, url, { session: 'member' })).status).toBe(406);
    await readCommentPage(replica, teaId);
    expect(replica.requests.map((request) => [request.kind, request.status, request.signedByPage])).toEqual([
      ['api', 406, false],
      ['api', 200, true],
    ]);
  });

  it('allows the two site hosts to send cookies, and nobody else', async () => {
    for (const origin of ['https://www.xiaohongshu.com', 'https://www.rednote.com']) {
      const preflight = await ask(replica, `https://edith.xiaohongshu.com${COMMENTS}`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-headers': 'x-s,x-t',
          'access-control-request-method': 'GET',
        },
      });
      expect(preflight.headers['access-control-allow-origin']).toBe(origin);
      expect(preflight.headers['access-control-allow-credentials']).toBe('true');
      expect(preflight.headers['access-control-allow-headers']).toBe('x-s,x-t');
    }
    const other = await callApi(replica, '/api/sns/web/unread_count', {
      headers: { origin: 'https://example.com' },
    });
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('serves the same under its other names', async () => {
    const headers = { 'x-s': 'XYS_test', 'x-t': String(Date.now()) };
    const me = await ask(replica, 'https://webapi.rednote.com/api/sns/web/v2/user/me', {
      headers,
      session: 'member',
    });
    expect(JSON.parse(me.text)).toMatchObject({
      code: 0,
      data: { guest: false, user_id: replica.world.authors[0]?.userId },
    });
    const search = await ask(replica, 'https://so.xiaohongshu.com/api/sns/web/v2/search/notes', {
      method: 'POST',
      headers,
      session: 'member',
      body: JSON.stringify({ keyword: '骑行', page: 1 }),
    });
    const { data } = JSON.parse(search.text) as { data: { items: { model_type: string }[] } };
    expect(data.items.at(-1)?.model_type).toBe('rec_query');
    expect(data.items.length).toBeGreaterThan(2);
  });

  it('shows every digit of a video id', async () => {
    const note = replica.world.findNote('video');
    const reply = await callApi(replica, '/api/sns/web/v1/feed', {
      session: 'member',
      input: { source_note_id: note?.noteId, xsec_token: replica.issueToken(note?.noteId ?? '') },
    });
    expect(reply.text).toContain(`"video_id":${note?.video?.videoId ?? 'none'},`);
  });

  it('walks the whole feed', async () => {
    const seen = new Set<string>();
    for (let index = 0; index < 63; index += 21) {
      const reply = await callApi(replica, '/api/sns/web/v1/homefeed', { input: { note_index: index } });
      const { items } = reply.envelope.data as { items: readonly { id: string; xsec_token: string }[] };
      expect(items).toHaveLength(21);
      for (const item of items) {
        seen.add(item.id);
        expect(replica.tokensOf(item.id)).toContainEqual({ token: item.xsec_token, source: 'pc_feed' });
      }
    }
    expect(seen.size).toBe(replica.world.notes.filter((note) => note.standing === 'public').length);
  });
});

describe('other hosts', () => {
  it('give pictures over both protocols, always the same for the same name', async () => {
    const url = replica.world.findNote('tea')?.images[0]?.urlDefault ?? '';
    const plain = await ask(replica, url);
    const secure = await ask(replica, url.replace('http:', 'https:'));
    expect(plain.headers['content-type']).toBe('image/png');
    expect(plain.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(plain.bytes.equals(secure.bytes)).toBe(true);
    expect(replica.requests.map((request) => request.kind)).toEqual(['cdn', 'cdn']);
  });

  it('send plain HTTP of the site to HTTPS', async () => {
    const reply = await ask(replica, 'http://www.xiaohongshu.com/explore');
    expect([reply.status, reply.headers.location]).toEqual([301, 'https://www.xiaohongshu.com/explore']);
  });

  it('give videos in ranges', async () => {
    const url = replica.world.findNote('video')?.video?.streams[0]?.masterUrl ?? '';
    const whole = await ask(replica, url);
    expect(whole.bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
    const part = await ask(replica, url, { headers: { range: 'bytes=4-7' } });
    expect([part.status, part.text]).toEqual([206, 'ftyp']);
  });

  it('refuse providers’ calls in the vendor’s own form', async () => {
    const replies = await Promise.all(
      [
        'https://api.tikhub.io/api/v1/x',
        'https://api.justoneapi.com/api/x',
        'https://api.parse.bot/scraper/x',
      ].map((url) => ask(replica, url)),
    );
    expect(replies.map((reply) => reply.status)).toEqual([401, 200, 401]);
    expect(replies.map((reply) => Object.keys(JSON.parse(reply.text) as object))).toEqual([
      ['detail'],
      ['code', 'message', 'recordTime', 'data', 'requestId'],
      ['error', 'status_code'],
    ]);
    expect(replica.requests.map((request) => request.kind)).toEqual(['provider', 'provider', 'provider']);
  });

  it('record what is not of this world, and never read outside the client’s folder', async () => {
    expect((await ask(replica, 'https://example.com/')).status).toBe(404);
    expect((await ask(replica, 'https://www.xiaohongshu.com/fe-assets/..%2f..%2ftypes.ts')).status).toBe(404);
    expect(
      (await ask(replica, 'https://www.xiaohongshu.com/fe-assets/..%2f..%2f..%2f..%2fpackage.json')).status,
    ).toBe(404);
    expect(replica.requests[0]).toMatchObject({ kind: 'other', host: 'example.com' });
  });

  it('keep the decoys that were hit', async () => {
    await ask(replica, 'https://www.xiaohongshu.com/__decoy', { method: 'POST', body: 'search' });
    expect(replica.decoyHits).toEqual(['search']);
    expect(replica.requests[0]?.kind).toBe('decoy');
  });

  it('leave the named part out of the state of pages', async () => {
    const url = replica.noteUrl('tea');
    expect((await ask(replica, url, { session: 'member' })).text).toContain('"noteDetailMap"');
    replica.faults.stateWithout = 'note.noteDetailMap';
    const spoilt = await ask(replica, url, { session: 'member' });
    replica.faults.stateWithout = undefined;
    expect(spoilt.text).toContain('window.__INITIAL_STATE__=');
    expect(spoilt.text).not.toContain('"noteDetailMap"');
  });

  it('lead to the captcha page when told so', async () => {
    replica.faults.captchaRedirect = true;
    const reply = await ask(replica, replica.noteUrl('tea'), { session: 'member' });
    replica.faults.captchaRedirect = false;
    expect(reply.headers.location).toMatch(/^\/website-login\/captcha\?redirectPath=.*verifyType=102/);
    const captcha = await ask(replica, `https://www.xiaohongshu.com${reply.headers.location ?? ''}`);
    expect(captcha.status).toBe(200);
  });
});

describe('the proxy', () => {
  it('knows this world only', async () => {
    const statuses = await Promise.all(
      ['www.rednote.com:443', 'firefox.settings.services.mozilla.com:443'].map(connectBy),
    );
    expect(statuses).toEqual([200, 502]);
  });
});

function connectBy(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = askProxy({
      host: '127.0.0.1',
      port: replica.proxyPort,
      method: 'CONNECT',
      path: target,
    });
    outgoing.on('connect', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
