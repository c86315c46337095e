import { describe, expect, test } from 'vitest';
import { addSource } from '../../../../src/background/sightings/add-source';
import type { NoteSighting } from '../../../../src/model/note';

const noteId = '68002bf700000005e16b95fd';
const seen = (token: NoteSighting['token']): NoteSighting => ({
  noteId,
  fields: {},
  counts: {},
  ...(token ? { token } : {}),
});
const tokenOf = (note: NoteSighting, opened: Parameters<typeof addSource>[1]) =>
  addSource({ notes: [note] }, opened).notes?.[0]?.token;

describe('the token of a page state', () => {
  test('gets the source of an address that has no token', () => {
    const opened = { noteId, xsecSource: 'pc_notice', shownAs: 'page' } as const;
    expect(tokenOf(seen({ xsecToken: 'AB1=' }), opened)).toEqual({
      xsecToken: 'AB1=',
      xsecSource: 'pc_notice',
    });
    expect(tokenOf(seen({ xsecToken: 'AB1=', xsecSource: '' }), opened)).toEqual({
      xsecToken: 'AB1=',
      xsecSource: '',
    });
    expect(tokenOf(seen(undefined), opened)).toBeUndefined();
  });

  test('is left alone where the address has a token of its own, no source, or another note', () => {
    const plain = { xsecToken: 'AB1=' };
    const shownAs = 'page' as const;
    expect(tokenOf(seen(plain), { noteId, xsecToken: 'AB2=', xsecSource: 'pc_feed', shownAs })).toEqual(
      plain,
    );
    expect(tokenOf(seen(plain), { noteId, shownAs })).toEqual(plain);
    const other = { noteId: '690b435a000000c90cc953d5', xsecSource: 'pc_notice', shownAs };
    expect(tokenOf(seen(plain), other)).toEqual(plain);
  });
});
