import { describe, expect, it } from 'vitest';
import { findForgettable } from '../../../../src/ui/options/find-forgettable';

const ID = '68000000000000000000000a';

describe('findForgettable', () => {
  it('finds a note in a link and in a share text', () => {
    const link = `https://www.xiaohongshu.com/explore/${ID}?xsec_token=ABinvented=&xsec_source=`;
    expect(findForgettable(link)).toEqual({ kind: 'note', noteId: ID });
    expect(findForgettable(`看看这篇：${link}，复制后打开`)).toEqual({ kind: 'note', noteId: ID });
  });

  it('finds what the box of the popup finds: links without https, bare ids', () => {
    expect(findForgettable(`www.xiaohongshu.com/explore/${ID}`)).toEqual({ kind: 'note', noteId: ID });
    expect(findForgettable(ID)).toEqual({ kind: 'note', noteId: ID });
  });

  it('finds a person', () => {
    expect(findForgettable(`https://www.rednote.com/user/profile/${ID}`)).toEqual({
      kind: 'person',
      userId: ID,
      authorKey: `site:${ID}`,
    });
  });

  it('knows that a short link hides its end, and that other texts name nobody', () => {
    expect(findForgettable('http://xhslink.com/a/invented')).toEqual({ kind: 'short-link' });
    for (const text of ['', 'hello', 'https://example.com/', 'https://www.xiaohongshu.com/explore']) {
      expect(findForgettable(text)).toBeUndefined();
    }
  });
});
