import type { Note } from '../../model/note';

const LONGEST = 60;

/** What to call a note: its title, else the first words of its text; `undefined` when it has neither. */
export function toNoteTitle(note: Pick<Note, 'title' | 'text'>): string | undefined {
  const title = note.title?.trim();
  if (title) return title;
  const first = (note.text ?? '')
    .replace(/#([^#\n]{1,60})\[话题\]#/g, '#$1')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '');
  if (!first) return undefined;
  const letters = [...first];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : first;
}
