import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findAppToken } from '../../../../src/providers/rows/app/app-token';
import { readCursor, readPlace, writeCursor } from '../../../../src/providers/rows/json-cursor';
import { pickPersonId } from '../../../../src/providers/rows/person';
import { findShareLink } from '../../../../src/providers/rows/share-link';

const NOTE = '66f0a1b2c3d4e5f607182901';
const OTHER = '66f0a1b2c3d4e5f607182902';

describe('readPlace', () => {
  it('reads the three values of the app’s cursor, each of which may be missing', () => {
    expect(readPlace(`{"contextId":"x","cursor":"${NOTE}","index":2,"pageArea":"ALL"}`)).toEqual({
      cursor: NOTE,
      index: 2,
      pageArea: 'ALL',
    });
    expect(readPlace('{"index":2,"pageArea":"UNFOLDED"}')).toEqual({ index: 2, pageArea: 'UNFOLDED' });
  });

  it('takes a bare id for itself, and no text that is cut', () => {
    expect(readPlace(NOTE)).toEqual({ cursor: NOTE });
    for (const text of ['{"cursor":"66f0', '', null, undefined, '{"cursor":7,"index":"2","pageArea":""}']) {
      expect(readPlace(text)).toEqual({});
    }
  });
});

describe('readCursor', () => {
  const shape = z.object({ page: z.number(), id: z.optional(z.string()) });

  it('gives back what was written', () => {
    expect(readCursor(shape, writeCursor({ page: 2, id: 'x' }))).toEqual({ page: 2, id: 'x' });
    expect(writeCursor({ page: 2, id: undefined })).toBe('{"page":2}');
  });

  it('refuses another provider’s', () => {
    for (const cursor of [NOTE, '', '{"page":"2"}', '[]']) {
      expect(() => readCursor(shape, cursor)).toThrow(
        expect.objectContaining({ kind: 'bad-request' }) as Error,
      );
    }
  });
});

describe('findAppToken', () => {
  const link = (id: string, query: string) => `https://www.xiaohongshu.com/discovery/item/${id}?${query}`;
  const tokenOf = (row: object) => findAppToken(row as Parameters<typeof findAppToken>[0], NOTE);

  it('reads it from the link to share, decoded, a bare plus being one', () => {
    const shared = { share_info: { link: link(NOTE, 'a=1&xsec_token=CB+x%2By%3D&xsec_source=app_share') } };
    expect(tokenOf(shared)).toEqual({ xsecToken: 'CB+x+y=', xsecSource: 'app_share' });
  });

  it('reads it from the cards for messengers where there is no such link', () => {
    const path = `pages/main/note/index?id=${NOTE}&xsec_token=CBx%3D&xsec_source=app_share`;
    const expected = { xsecToken: 'CBx=', xsecSource: 'app_share' };
    expect(tokenOf({ share_info: { link: '' }, mini_program_info: { path } })).toEqual(expected);
    expect(
      tokenOf({
        qq_mini_program_info: {
          path: '',
          webpage_url: link(NOTE, 'xsec_token=CBx%3D&xsec_source=app_share'),
        },
      }),
    ).toEqual(expected);
  });

  it('takes none from a link of another note: a token belongs to one', () => {
    expect(tokenOf({ share_info: { link: link(OTHER, 'xsec_token=CB') } })).toBeUndefined();
    expect(tokenOf({ share_info: { link: link(OTHER, 'xsec_token=CB') }, xsec_token: 'AB' })).toEqual({
      xsecToken: 'AB',
    });
  });
});

describe('pickPersonId', () => {
  it('prefers the site’s own id, and takes a masked one rather than none', () => {
    const masked = 'a013cc2dddaf046d5eebfd3a10e00';
    expect(pickPersonId(masked, NOTE)).toBe(NOTE);
    expect(pickPersonId(undefined, '', masked)).toBe(masked);
    expect(pickPersonId(null, '')).toBeUndefined();
  });
});

describe('findShareLink', () => {
  it('finds the link inside a shared text', () => {
    expect(findShareLink('22 路人发布了一篇小红书笔记 http://xhslink.com/a/AbC1，复制本条信息')).toBe(
      'http://xhslink.com/a/AbC1',
    );
    expect(findShareLink('看 https://www.rednote.com/explore/x?xsec_token=A%3D&b=1 吧')).toBe(
      'https://www.rednote.com/explore/x?xsec_token=A%3D&b=1',
    );
  });

  it('finds none that is not the site’s', () => {
    for (const text of [
      '没有',
      'https://example.com/a',
      'https://xhslink.com.example.com/a',
      'ftp://xhslink.com/a',
      '',
    ]) {
      expect(findShareLink(text)).toBeUndefined();
    }
  });
});
