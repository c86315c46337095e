import { describe, expect, it, vi } from 'vitest';
import { ENDPOINTS, findEndpoint } from '../../../src/site/endpoints/registry';
import { isKnownEndpoint } from '../../../src/site/patterns';

/** Paths of the site's calls (bundle 6.12.1, 2026-05): all that are read, and neighbours that are not. */
const READ = {
  'v1/feed': 'feed',
  'v2/comment/page': 'comment-page',
  'v2/comment/sub/page': 'comment-sub-page',
  'v1/comment/post': 'comment-post',
  'v1/comment/like': 'comment-like',
  'v1/comment/dislike': 'comment-dislike',
  'v1/comment/delete': 'comment-delete',
  'v1/note/like': 'note-like',
  'v1/note/dislike': 'note-dislike',
  'v1/note/collect': 'note-collect',
  'v1/note/uncollect': 'note-uncollect',
  'v1/homefeed': 'homefeed',
  'v1/homefeed/initial_load': 'homefeed',
  'v1/search/notes': 'search-notes',
  'v2/search/notes': 'search-notes',
  'v1/user_posted': 'user-posted',
  'v2/user_posted': 'user-posted',
  'v2/note/collect/page': 'collect-page',
  'v1/note/like/page': 'like-page',
  'v1/user/otherinfo': 'other-info',
  'v1/you/mentions': 'mentions',
  'v1/you/likes': 'likes',
  'v1/you/connections': 'connections',
};
/** Understood where they are at hand, but not copied from pages: the state says the same. */
const NOT_COPIED = { 'v2/user/me': 'user-me', 'v1/user/selfinfo': 'self-info' };
const NOT_READ = [
  'v1/homefeed/category',
  'v1/search/recommend',
  'v1/note/metrics_report',
  'v1/login/qrcode/create',
  'v1/feedback',
  'v1/xfeed',
  'v1/board/note',
];
const HOSTS = ['edith.xiaohongshu.com', 'so.xiaohongshu.com', 'webapi.rednote.com'];

describe('isKnownEndpoint', () => {
  it.each(HOSTS)('knows what is read on %s, and nothing else', (host) => {
    const at = (path: string) => isKnownEndpoint(`https://${host}/api/sns/web/${path}?note_id=1#x`);
    expect(Object.keys(READ).filter((path) => !at(path))).toEqual([]);
    expect([...NOT_READ, ...Object.keys(NOT_COPIED)].filter(at)).toEqual([]);
  });

  it('agrees with the registry of parsers', () => {
    const found = Object.fromEntries(
      [...Object.keys(READ), ...Object.keys(NOT_COPIED), ...NOT_READ].map((path) => [
        path,
        findEndpoint(`/api/sns/web/${path}`)?.id,
      ]),
    );
    expect(found).toEqual({
      ...READ,
      ...NOT_COPIED,
      ...Object.fromEntries(NOT_READ.map((path) => [path, undefined])),
    });
    expect(new Set(ENDPOINTS.map((endpoint) => endpoint.id))).toEqual(
      new Set([...Object.values(READ), ...Object.values(NOT_COPIED)]),
    );
  });

  it('takes addresses as pages write them', () => {
    expect(isKnownEndpoint('//edith.xiaohongshu.com/api/sns/web/v1/feed')).toBe(true);
    expect(isKnownEndpoint('/api/sns/web/v1/feed?x=1')).toBe(true);
    expect(isKnownEndpoint('https://edith.xiaohongshu.com:8443/api/sns/web/v1/feed')).toBe(true);
    expect(isKnownEndpoint('HTTPS://EDITH.xiaohongshu.com/api/sns/web/v1/feed')).toBe(true);
  });

  it('asks nothing that a page may have wrapped', () => {
    const spies = [
      ...(['endsWith', 'includes', 'indexOf', 'replace', 'slice', 'startsWith', 'toLowerCase'] as const).map(
        (name) => vi.spyOn(String.prototype, name),
      ),
      ...(['exec', 'test'] as const).map((name) => vi.spyOn(RegExp.prototype, name)),
    ];
    const isKnown = isKnownEndpoint('https://edith.xiaohongshu.com/api/sns/web/v1/feed?x=1');
    const calls = spies.flatMap((spy) => spy.mock.calls.length);
    vi.restoreAllMocks();
    expect(isKnown).toBe(true);
    expect(calls).toEqual(spies.map(() => 0));
  });

  it.each([
    'https://evilxiaohongshu.com/api/sns/web/v1/feed',
    'https://xiaohongshu.com.example.org/api/sns/web/v1/feed',
    'https://example.org/?x=https://edith.xiaohongshu.com/api/sns/web/v1/feed',
    'https://edith.xiaohongshu.com/x?y=/api/sns/web/v1/feed',
    'blob:https://www.xiaohongshu.com/api/sns/web/v1/feed',
    'https://edith.xiaohongshu.com@example.org/api/sns/web/v1/feed',
    'https://example.org/edith.xiaohongshu.com/api/sns/web/v1/feed',
    'https://edith.xiaohongshu.com/api/sns/web/vx/feed',
    'https://edith.xiaohongshu.com/api/sns/web/v1/',
    'https://edith.xiaohongshu.com/api/sns/web/v1/feed/x',
    '',
  ])('leaves %s alone', (url) => {
    expect(isKnownEndpoint(url)).toBe(false);
  });
});
