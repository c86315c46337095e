import { describe, expect, it } from 'vitest';
import { mergeNote } from '../../../../src/model/merge/merge-note';
import type { NoteSighting } from '../../../../src/model/note';

const seen = (changes: Partial<NoteSighting>): NoteSighting => ({
  noteId: 'n1',
  fields: {},
  counts: {},
  ...changes,
});
const at = (time: number, via = 'ssr') => ({ source: 'page', via, at: time });
const exact = (value: number) => ({ raw: String(value), value, approximate: false });

describe('mergeNote', () => {
  it('lets the newest observation of each field win, whatever came first to us', () => {
    const first = mergeNote(undefined, seen({ fields: { title: 'new', text: 'kept' } }), at(20));
    const note = mergeNote(first, seen({ fields: { title: 'old', place: 'added' } }), at(10, 'feed'));

    expect(note).toMatchObject({
      title: 'new',
      text: 'kept',
      place: 'added',
      firstSeenAt: 10,
      lastSeenAt: 20,
    });
    expect(note.observed).toEqual({ title: at(20), text: at(20), place: at(10, 'feed') });
  });

  it('changes nothing by what is absent, and takes null for an answer', () => {
    const first = mergeNote(undefined, seen({ fields: { title: 't', video: { streams: [] } } }), at(1));
    const note = mergeNote(first, seen({ fields: { video: null } }), at(2));

    expect(note.title).toBe('t');
    expect(note.video).toBeNull();
    expect(note.observed['title']?.at).toBe(1);
  });

  it('keeps an older exact count while it lies inside the newer rough one', () => {
    const rough = { raw: '1.2万', value: 12_000, approximate: true };
    const first = mergeNote(
      undefined,
      seen({ counts: { likes: exact(12_345), comments: exact(40) } }),
      at(1),
    );
    const note = mergeNote(first, seen({ counts: { likes: rough, comments: rough } }), at(2));

    expect(note.counts).toEqual({ likes: exact(12_345), comments: rough });
    expect(note.observed['counts.likes']?.at).toBe(1);
    expect(note.observed['counts.comments']?.at).toBe(2);
  });

  it('never writes a masked id over the site id of the author', () => {
    const author = { id: { kind: 'site' as const, value: 's' }, nickname: 'old name' };
    const masked = { id: { kind: 'masked' as const, value: 'm' }, nickname: 'new name' };
    const first = mergeNote(undefined, seen({ fields: { author } }), at(1));
    const note = mergeNote(first, seen({ fields: { author: masked } }), at(2));

    expect(note.author).toEqual({ id: { kind: 'site', value: 's' }, nickname: 'new name' });
  });

  it('keeps tokens apart, newest first, and a refusal until the site hands the token out again', () => {
    const token = (xsecToken: string) => seen({ token: { xsecToken, xsecSource: '' } });
    const refused = {
      ...mergeNote(mergeNote(undefined, token('A'), at(1, 'url')), token('B'), at(2, 'url')),
    };
    refused.tokens = refused.tokens.map((one) => (one.xsecToken === 'A' ? { ...one, refusedAt: 3 } : one));
    expect(refused.tokens.map((one) => one.xsecToken)).toEqual(['B', 'A']);

    const inAddress = mergeNote(refused, token('A'), at(4, 'url'));
    expect(inAddress.tokens[0]).toMatchObject({ xsecToken: 'A', seenAt: 4, refusedAt: 3 });
    const handedOut = mergeNote(inAddress, token('A'), at(5, 'search-notes'));
    expect(handedOut.tokens[0]).toEqual({ xsecToken: 'A', xsecSource: '', from: 'search-notes', seenAt: 5 });
  });
});
