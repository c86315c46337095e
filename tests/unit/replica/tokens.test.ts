import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { ask, callApi, readCommentPage } from './ask';

let replica: Replica;
let teaId: string;
let videoId: string;
beforeAll(async () => {
  replica = await startReplica();
  teaId = replica.world.findNote('tea')?.noteId ?? '';
  videoId = replica.world.findNote('video')?.noteId ?? '';
});
afterAll(() => replica.close());

describe('tokens', () => {
  it('have the form of the real ones and differ every time', () => {
    const tokens = [replica.issueToken(teaId), replica.issueToken(teaId), replica.expiredToken(teaId)];
    for (const token of tokens) expect(token).toMatch(/^AB[\w-]{43}=$/);
    expect(new Set(tokens).size).toBe(3);
    expect(replica.tokensOf(teaId).map((issued) => issued.token)).toEqual(tokens.slice(0, 2));
  });

  it.each(['www.xiaohongshu.com', 'www.rednote.com'] as const)(
    'are demanded by note pages of %s',
    async (host) => {
      const good = await ask(replica, replica.noteUrl('tea', { host }), { session: 'member' });
      expect(good.status).toBe(200);
      for (const token of [
        undefined,
        replica.issueToken(videoId),
        replica.expiredToken(teaId),
        'AB' + 'x'.repeat(43) + '=',
      ]) {
        const query = token === undefined ? '' : `?xsec_token=${encodeURIComponent(token)}`;
        const refused = await ask(replica, `https://${host}/explore/${teaId}${query}`, { session: 'member' });
        expect(refused.status).toBe(302);
        const target = new URL(refused.headers.location ?? '', `https://${host}`);
        expect(target.pathname).toBe('/404');
        expect(target.searchParams.get('error_code')).toBe('300031');
        expect(target.searchParams.get('source')).toMatch(/^\/404\/sec_/);
        expect(target.searchParams.get('redirectPath')).toBe(`https://${host}/explore/${teaId}${query}`);
      }
    },
  );

  it.each(['explore', 'discovery', 'profile', 'search', 'board', 'notification'] as const)(
    'open the note by its %s address',
    async (form) => {
      const url = replica.noteUrl('tea', { form });
      const page = await ask(replica, url, { session: 'member' });
      expect(page.status).toBe(200);
      expect(page.text).toContain(teaId);
      const source = new URL(url).searchParams.get('xsec_source');
      expect(replica.tokensOf(teaId)).toContainEqual({
        token: new URL(url).searchParams.get('xsec_token'),
        source,
      });
    },
  );

  it('are demanded by the API: none or a foreign one 300017, an expired one 300031', async () => {
    const codes = [];
    for (const token of [
      '',
      replica.issueToken(videoId),
      replica.expiredToken(teaId),
      replica.issueToken(teaId),
    ]) {
      codes.push((await readCommentPage(replica, teaId, { token })).envelope.code);
      const input = { source_note_id: teaId, xsec_token: token, xsec_source: 'pc_feed' };
      codes.push(
        (await callApi(replica, '/api/sns/web/v1/feed', { session: 'member', input })).envelope.code,
      );
    }
    expect(codes).toEqual([300017, 300017, 300017, 300017, 300031, 300031, 0, 0]);
  });

  it('of short links begin with CB and lead to the page for shared notes', async () => {
    const short = replica.noteUrl('tea', { form: 'short' });
    expect(new URL(short).hostname).toBe('xhslink.com');
    const reply = await ask(replica, short);
    expect(reply.status).toBe(302);
    const target = new URL(reply.headers.location ?? '');
    expect(target.pathname).toBe(`/discovery/item/${teaId}`);
    expect(target.searchParams.get('xsec_token')).toMatch(/^CB[\w-]{43}=$/);
    expect(target.searchParams.get('xsec_source')).toBe('app_share');
    expect((await ask(replica, target.href, { session: 'member' })).status).toBe(200);
  });

  it('do not help with notes that may not be seen', async () => {
    const answers: Record<string, number> = {};
    for (const key of ['removed', 'under-review', 'forbidden']) {
      const noteId = replica.world.findNote(key)?.noteId ?? '';
      answers[key] = (await readCommentPage(replica, noteId)).envelope.code;
    }
    expect(answers).toEqual({ removed: -510000, 'under-review': -510001, forbidden: 300031 });
    const forbidden = await ask(replica, replica.noteUrl('forbidden'), { session: 'member' });
    expect(forbidden.headers.location).toMatch(/^\/404\?.*error_code=300031/);
    for (const key of ['removed', 'under-review']) {
      const page = await ask(replica, replica.noteUrl(key), { session: 'member' });
      expect(page.text).toContain('<title>小红书</title>');
    }
  });
});
