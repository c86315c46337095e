import { describe, expect, it } from 'vitest';
import type { Author } from '../../../../src/model/author';
import { findAuthorGaps } from '../../../../src/model/enrich/author-gaps';
import { findNoteGaps } from '../../../../src/model/enrich/note-gaps';
import { toDetailInput } from '../../../../src/model/enrich/to-detail-input';
import type { Note } from '../../../../src/model/note';
import { toExactCount } from '../../../../src/model/values/count';

const exact = toExactCount(3);
const rough = { raw: '10+', value: 10, approximate: true };
const FULL: Note = {
  noteId: '68000000000000000000000a',
  type: 'normal',
  text: '',
  place: 'Guangdong',
  publishedAt: 1,
  counts: { likes: exact, collects: exact, comments: exact, shares: exact },
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 1,
};
const without = (name: keyof Note): Note => {
  const note: Partial<Note> = { ...FULL };
  delete note[name];
  return note as Note;
};

describe('what a note is without', () => {
  it.each([
    ['nothing', FULL, []],
    ['a rough count', { ...FULL, counts: { ...FULL.counts, likes: rough } }, ['counts']],
    ['a count that was not told', { ...FULL, counts: { likes: exact } }, ['counts']],
    ['no place', without('place'), ['place']],
    ['no text', without('text'), ['text']],
    ['no date', without('publishedAt'), ['text']],
    ['a video that was not told', { ...FULL, type: 'video' as const }, ['video']],
    ['a video without streams', { ...FULL, type: 'video' as const, video: { streams: [] } }, ['video']],
    ['a kind that is not known', without('type'), []],
  ])('%s', (_name, note, gaps) => {
    expect(findNoteGaps(note as Note)).toEqual(gaps);
  });

  it('everything, of a note that is not known', () => {
    expect(findNoteGaps(undefined)).toEqual(['counts', 'place', 'text']);
  });
});

describe('what is not known of a person', () => {
  const author: Author = {
    id: { kind: 'site', value: '68000000000000000000000b' },
    desc: 'A bio',
    place: 'Sichuan',
    tags: [{ kind: 'profession', name: 'Baker' }],
    counts: { fans: exact, follows: exact, likedAndCollected: exact },
    observed: {},
    firstSeenAt: 1,
    lastSeenAt: 1,
  };
  it.each([
    ['nothing', author, []],
    ['a rough number of fans', { ...author, counts: { ...author.counts, fans: rough } }, ['counts']],
    ['numbers that were not told', { ...author, counts: {} }, ['counts']],
    ['an empty bio', { ...author, desc: '' }, ['desc']],
    ['no tags', { ...author, tags: [] }, ['tags']],
    ['an empty place', { ...author, place: '' }, ['place']],
  ])('%s', (_name, person, gaps) => {
    expect(findAuthorGaps(person)).toEqual(gaps);
  });

  it('everything, of nobody', () => {
    expect(findAuthorGaps(undefined)).toEqual(['counts', 'desc', 'place', 'tags']);
  });
});

describe('how a provider is asked for a note', () => {
  const fresh = { xsecToken: 'ABfresh=', from: 'url', seenAt: 2 };
  const refused = { xsecToken: 'ABrefused=', from: 'url', seenAt: 3, refusedAt: 4 };
  it('by its id alone where nothing else is known', () => {
    expect(toDetailInput(FULL.noteId, undefined)).toStrictEqual({ noteId: FULL.noteId });
  });
  it('with its kind, and with a token that the site has not refused', () => {
    expect(toDetailInput(FULL.noteId, { type: 'video', tokens: [refused, fresh] })).toStrictEqual({
      noteId: FULL.noteId,
      type: 'video',
      xsecToken: 'ABfresh=',
    });
    expect(toDetailInput(FULL.noteId, { type: 'video', tokens: [refused] })).toStrictEqual({
      noteId: FULL.noteId,
      type: 'video',
    });
  });
});
