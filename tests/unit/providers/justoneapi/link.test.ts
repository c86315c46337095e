import { describe, expect, it } from 'vitest';
import { justoneapi } from '../../../../src/providers/justoneapi/index';
import { endpointOf, failureOf, readAs, toUrl } from '../read-as';
import { NOTE_ID, wrap } from './invented';

const link = endpointOf(justoneapi, 'link.resolve');
const text = '看看这篇笔记 http://xhslink.com/a/Ab12_c，复制后打开';
const read = (data: unknown) => readAs(justoneapi, link, wrap(data), { text });

describe("JustOneAPI's links", () => {
  it('are asked for by the short link in a text', () => {
    expect(toUrl(justoneapi, link, { text })).toBe(
      'https://api.justoneapi.com/api/xiaohongshu/share-url-transfer/v1?token=KEY-&shareUrl=http%3A%2F%2Fxhslink.com%2Fa%2FAb12_c',
    );
    expect(link.findGap?.({ text })).toBeUndefined();
    expect(link.findGap?.({ text: 'https://www.xiaohongshu.com/explore/1' })).toBe('short-link');
    expect(link.findGap?.({ text: 'xhslink.com/a/b' })).toBe('short-link');
    expect(link.findGap?.({ text: 'https://xhslink.com.evil.example/a/b' })).toBe('short-link');
  });

  it('lead to an address of the site, token and all', () => {
    const url = `https://www.xiaohongshu.com/discovery/item/${NOTE_ID}?xsec_token=AB%3D&xsec_source=app_share`;
    expect(read({ redirect_url: url })).toEqual({ url });
  });

  it.each([
    [{ redirect_url: 'https://www.xiaohongshu.com.evil.example/explore/1' }],
    [{ redirect_url: 'javascript:alert(1)' }],
    [{ redirect_url: '' }],
    [{ url: 'https://www.xiaohongshu.com/explore/1' }],
  ])('are refused where they lead elsewhere (%j)', (data) => {
    expect(failureOf(() => read(data))).toMatchObject({ kind: 'invalid-response', reason: 'redirect_url' });
  });
});
