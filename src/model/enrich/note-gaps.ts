import type { Note } from '../note';

export const NOTE_GAPS = ['counts', 'place', 'text', 'video'] as const;
export type NoteGap = (typeof NOTE_GAPS)[number];

const COUNTS = ['likes', 'collects', 'comments', 'shares'] as const;

/**
 * What a note is still without. Guests are shown rough counts ("1.2万", "10+") or none at all (2025-12), and notes in a
 * list have no text. A note of a kind that is not known is not said to lack a video.
 */
export function findNoteGaps(note: Note | undefined): NoteGap[] {
  if (!note) return ['counts', 'place', 'text'];
  const gaps: NoteGap[] = [];
  if (COUNTS.some((name) => note.counts[name] === undefined || note.counts[name].approximate))
    gaps.push('counts');
  if (note.place === undefined) gaps.push('place');
  if (note.text === undefined || note.publishedAt === undefined) gaps.push('text');
  if (note.type === 'video' && !note.video?.streams.length) gaps.push('video');
  return gaps;
}
