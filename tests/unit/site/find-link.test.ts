import { describe, expect, it } from 'vitest';
import { findLink } from '../../../src/site/find-link';

const NOTE = '64e1a2b3c4d5e6f708192a3b';
const note = { kind: 'note', host: 'www.xiaohongshu.com', noteId: NOTE, via: 'explore' };

describe('findLink', () => {
  it.each([
    [`https://www.xiaohongshu.com/explore/${NOTE}`, note],
    [`  www.xiaohongshu.com/explore/${NOTE}  `, note],
    [`xiaohongshu.com/explore/${NOTE}`, note],
    [NOTE, note],
    [NOTE.toUpperCase(), note],
    [`看看这个：https://www.xiaohongshu.com/explore/${NOTE}，真不错`, note],
    [`(https://www.xiaohongshu.com/explore/${NOTE})`, note],
    [`Look at https://www.xiaohongshu.com/explore/${NOTE}.`, note],
    [`先看 https://www.xiaohongshu.com/explore 再看 https://www.xiaohongshu.com/explore/${NOTE}`, note],
  ])('finds the note in %j', (text, expected) => {
    expect(findLink(text)).toEqual(expected);
  });

  it('keeps the token of a pasted link', () => {
    const text = `https://www.rednote.com/discovery/item/${NOTE}?source=webshare&xsec_token=CBx_y-z%3D&xsec_source=app_share`;
    expect(findLink(text)).toEqual({
      kind: 'note',
      host: 'www.rednote.com',
      noteId: NOTE,
      via: 'discovery',
      xsecToken: 'CBx_y-z=',
      xsecSource: 'app_share',
    });
  });

  it('finds the short link in the text the app shares', () => {
    const text =
      '12 小鹿发布了一篇小红书笔记，快来看吧！ 😆 AbC1 😆 http://xhslink.com/a/XyZ12，复制本条信息，打开【小红书】App查看精彩内容！';
    expect(findLink(text)).toEqual({ kind: 'short-link', url: 'http://xhslink.com/a/XyZ12' });
    expect(findLink('xhslink.com/m/Ab')).toEqual({ kind: 'short-link', url: 'https://xhslink.com/m/Ab' });
  });

  it('takes another page of the site when there is no note', () => {
    const id = '5f0000000000000000000abc';
    expect(findLink(`作者 https://www.xiaohongshu.com/user/profile/${id} 不错`)).toMatchObject({
      kind: 'author',
      userId: id,
    });
  });

  it.each([
    '',
    '今天天气不错',
    'https://example.org/explore/' + NOTE,
    NOTE.slice(1),
    `${NOTE}a`,
    `x@xiaohongshu.com/explore`,
  ])('finds nothing in %j', (text) => {
    expect(findLink(text)).toBeUndefined();
  });

  it('is quick with very long texts', () => {
    const started = performance.now();
    expect(findLink('https://'.repeat(500_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
