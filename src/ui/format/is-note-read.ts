import type { Note } from '../../model/note';

/** Whether anything of the note itself is known, and not only its id, its token or that the site refused it. */
export function isNoteRead(note: Note): boolean {
  const { title, text, type, author } = note;
  return title !== undefined || text !== undefined || type !== undefined || author !== undefined;
}
