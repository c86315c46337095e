import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageRef } from '../../../src/model/page-ref';
import { pageRefSchema } from '../../../src/model/page-ref';
import { parsePageRef, toUrl } from '../../../src/site/routes';

const NOTE = '64e1a2b3c4d5e6f708192a3b';
const OTHER = '5f0000000000000000000abc';
const TOKEN = 'ABcd-_EFghIJklMNopQRstUVwxYZ0123456789abcdefg=';
const encoded = encodeURIComponent(TOKEN);

const HOSTS = ['www.xiaohongshu.com', 'www.rednote.com'] as const;

describe('parsePageRef', () => {
  it.each(HOSTS)('knows every form of a note address on %s', (host) => {
    const base = { kind: 'note', host, noteId: NOTE };
    const at = (path: string) => parsePageRef(`https://${host}${path}`);
    expect(at(`/explore/${NOTE}`)).toEqual({ ...base, via: 'explore' });
    expect(at(`/explore/${NOTE}?xsec_token=${encoded}&xsec_source=`)).toEqual({
      ...base,
      via: 'explore',
      xsecToken: TOKEN,
      xsecSource: '',
    });
    expect(at(`/explore/${NOTE}?xsec_token=${TOKEN}&xsec_source=pc_feed&note_flow_source=x`)).toEqual({
      ...base,
      via: 'explore',
      xsecToken: TOKEN,
      xsecSource: 'pc_feed',
    });
    expect(at(`/discovery/item/${NOTE}?xsec_token=CB&xsec_source=app_share`)).toMatchObject({
      via: 'discovery',
    });
    expect(at(`/discovery/item/sgh/${NOTE}`)).toEqual({ ...base, via: 'discovery' });
    expect(at(`/user/profile/${OTHER}/${NOTE}?xsec_token=${encoded}&xsec_source=pc_collect`)).toEqual({
      ...base,
      via: 'profile',
      underId: OTHER,
      xsecToken: TOKEN,
      xsecSource: 'pc_collect',
    });
    expect(at(`/board/${OTHER}/${NOTE}`)).toEqual({ ...base, via: 'board', underId: OTHER });
    expect(at(`/search_result/${NOTE}?xsec_token=${encoded}&xsec_source=`)).toMatchObject({ via: 'search' });
    expect(at(`/search_result_ai/${NOTE}`)).toEqual({ ...base, via: 'search' });
    expect(at(`/notification/${NOTE}`)).toEqual({ ...base, via: 'notification' });
    expect(at(`/activity/51/${NOTE}`)).toEqual({ ...base, via: 'activity' });
  });

  it.each(HOSTS)('knows the other pages of %s', (host) => {
    const at = (path: string) => parsePageRef(`https://${host}${path}`);
    expect(at('/explore')).toEqual({ kind: 'feed', host });
    expect(at('/explore/?channel_id=homefeed.food_v3')).toEqual({
      kind: 'feed',
      host,
      channel: 'homefeed.food_v3',
    });
    expect(at(`/user/profile/${OTHER}?xsec_token=${encoded}&xsec_source=pc_note&channel_type=x`)).toEqual({
      kind: 'author',
      host,
      userId: OTHER,
      xsecToken: TOKEN,
      xsecSource: 'pc_note',
    });
    expect(at(`/board/${OTHER}`)).toEqual({ kind: 'board', host, boardId: OTHER });
    expect(at('/notification')).toEqual({ kind: 'notifications', host });
    expect(at('/search_result?keyword=%E5%92%96%E5%95%A1&type=51')).toEqual({
      kind: 'search',
      host,
      keyword: '咖啡',
      type: '51',
    });
    expect(
      at('/search_result?keyword=%25E5%2592%2596%25E5%2595%25A1&type=54&source=web_note_detail_r10'),
    ).toEqual({
      kind: 'topic',
      host,
      keyword: '咖啡',
    });
    expect(at('/livelist')).toEqual({ kind: 'other', host });
    expect(at('/explore/not-an-id')).toEqual({ kind: 'other', host });
  });

  it('knows where the site sends those it stops', () => {
    const at = (path: string) => parsePageRef(`https://www.xiaohongshu.com${path}`);
    const back = `/explore/${NOTE}`;
    const stopped = { kind: 'stopped', host: 'www.xiaohongshu.com' };
    expect(at(`/login?redirectPath=${encodeURIComponent(back)}`)).toEqual({
      ...stopped,
      sign: 'login-page',
      redirectPath: back,
    });
    expect(at(`/404?source=/404/sec_x&error_code=300031&error_msg=x&redirectPath=${back}`)).toEqual({
      ...stopped,
      sign: 'note-unavailable',
      code: 300031,
      redirectPath: back,
    });
    expect(at('/404/sec_abc?error_code=300017')).toEqual({ ...stopped, sign: 'token-refused', code: 300017 });
    expect(at('/website-login/captcha?verifyUuid=1&verifyType=102')).toEqual({ ...stopped, sign: 'captcha' });
    expect(at('/web-login/captcha?redirectPath=x')).toEqual({
      ...stopped,
      sign: 'captcha',
      redirectPath: 'x',
    });
    expect(at('/website-login/error?error_code=300012')).toEqual({
      ...stopped,
      sign: 'network-risk',
      code: 300012,
    });
    expect(at('/browseSearch/notFound')).toEqual({ ...stopped, sign: 'note-removed' });
  });

  it('tells short links, the creator centre and strangers apart', () => {
    expect(parsePageRef('http://xhslink.com/a/B1c2')).toEqual({
      kind: 'short-link',
      url: 'http://xhslink.com/a/B1c2',
    });
    expect(parsePageRef('https://xhslink.com/')).toBeUndefined();
    expect(parsePageRef(`https://creator.xiaohongshu.com/explore/${NOTE}`)).toEqual({
      kind: 'other',
      host: 'www.xiaohongshu.com',
    });
    for (const stranger of [
      `https://www.xiaohongshu.com.example.org/explore/${NOTE}`,
      `https://notxiaohongshu.com/explore/${NOTE}`,
      `ftp://www.xiaohongshu.com/explore/${NOTE}`,
      `javascript:alert(1)//www.xiaohongshu.com/explore/${NOTE}`,
      `/explore/${NOTE}`,
      '',
    ]) {
      expect(parsePageRef(stranger)).toBeUndefined();
    }
  });
});

const id = fc.stringMatching(/^[0-9a-f]{24}$/);
const host = fc.constantFrom(...HOSTS);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const token = {
  xsecToken: fc.stringMatching(/^[ABC][\w+/-]{43}=$/),
  xsecSource: fc.constantFrom('', 'pc_feed', 'pc_search', 'app_share'),
};
const optional = { requiredKeys: [] };
const plainVia = fc.constantFrom('explore', 'discovery', 'search', 'notification', 'activity');

const anyRef: fc.Arbitrary<PageRef> = fc
  .oneof(
    fc.tuple(
      fc.record({ kind: fc.constant('note'), host, noteId: id, via: plainVia }),
      fc.record(token, optional),
    ),
    fc.tuple(
      fc.record({
        kind: fc.constant('note'),
        host,
        noteId: id,
        underId: id,
        via: fc.constantFrom('profile', 'board'),
      }),
      fc.record(token, optional),
    ),
    fc.tuple(
      fc.record({ kind: fc.constant('author'), host, userId: id }),
      fc.record({ ...token, tab: word }, optional),
    ),
    fc.tuple(fc.record({ kind: fc.constant('feed'), host }), fc.record({ channel: word }, optional)),
    fc.tuple(
      fc.record({ kind: fc.constant('search'), host, keyword: word }),
      fc.record({ type: fc.constantFrom('51', '52') }, optional),
    ),
    fc.tuple(fc.record({ kind: fc.constant('topic'), host, keyword: word }), fc.constant({})),
    fc.tuple(fc.record({ kind: fc.constant('board'), host, boardId: id }), fc.constant({})),
    fc.tuple(fc.record({ kind: fc.constantFrom('notifications', 'other'), host }), fc.constant({})),
  )
  .map(([needed, extra]) => pageRefSchema.parse({ ...needed, ...extra }));

describe('toUrl', () => {
  it('is read back as the same reference', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        expect(parsePageRef(toUrl(ref))).toEqual(ref);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['50%', '%41', '%E5', '%25', 'a+b c', '#?&=/', '100%折扣'])('keeps the keyword %j', (keyword) => {
    const search: PageRef = { kind: 'search', host: 'www.rednote.com', keyword };
    const topic: PageRef = { kind: 'topic', host: 'www.rednote.com', keyword };
    expect([parsePageRef(toUrl(search)), parsePageRef(toUrl(topic))]).toEqual([search, topic]);
  });

  it.each([
    '/login?redirectPath=%2Fexplore',
    '/404?error_code=300031&redirectPath=x',
    '/website-login/captcha?redirectPath=x',
    '/browseSearch/notFound?',
  ])('writes the stop %s so that it is the same stop', (path) => {
    const ref = parsePageRef(`https://www.rednote.com${path}`);
    expect(ref?.kind).toBe('stopped');
    expect(ref && parsePageRef(toUrl(ref))).toEqual(ref);
  });

  it('replaces half characters instead of failing', () => {
    const url = toUrl({ kind: 'topic', host: 'www.rednote.com', keyword: 'a\uD800b' });
    expect(parsePageRef(url)).toMatchObject({ keyword: 'a\uFFFDb' });
  });

  it('opens a note whose place is not known by its plain address', () => {
    const url = toUrl({
      kind: 'note',
      host: 'www.rednote.com',
      noteId: NOTE,
      via: 'profile',
      xsecToken: TOKEN,
    });
    expect(url).toBe(`https://www.rednote.com/explore/${NOTE}?xsec_token=${encoded}`);
  });
});
