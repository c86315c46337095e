import { expect, test } from 'vitest';
import type { Note } from '../../../../src/model/note';
import { isNoteRead } from '../../../../src/ui/format/is-note-read';

const bare: Note = {
  noteId: 'a'.repeat(24),
  standing: 'removed',
  host: 'www.xiaohongshu.com',
  counts: {},
  tokens: [{ xsecToken: 'AB', from: 'url', seenAt: 1 }],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 1,
};

test('a note of which only the address and a refusal are known has not been read', () => {
  expect(isNoteRead(bare)).toBe(false);
});

test('a note without a title is read all the same', () => {
  expect(isNoteRead({ ...bare, title: '' })).toBe(true);
  expect(isNoteRead({ ...bare, type: 'video' })).toBe(true);
});
