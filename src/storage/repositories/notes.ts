import { toAuthorKey } from '../../model/author';
import { refuseToken } from '../../model/merge/note-tokens';
import { mergeNote } from '../../model/merge/merge-note';
import type { Note, NoteSighting, NoteStanding, NoteToken } from '../../model/note';
import type { Observation } from '../../model/values/observation';
import type { WriteTransaction } from '../database';
import { withoutMentions } from './forget-person';

/**
 * Notes, one record each, merged field by field.
 * Written by: captures, page reports (standing, tokens), forgetting, retention. Read by: every page of the extension,
 * exports. Bounded by: what the user opens, and `retentionDays.notes`.
 */
export interface Notes {
  merge(sighting: NoteSighting, observation: Observation): Promise<Note>;
  find(noteId: string): Promise<Note | undefined>;
  /** Notes that something was found out about without reading them: the site refuses to show them. */
  markStanding(noteId: string, standing: NoteStanding, observation: Observation): Promise<void>;
  /** The site refused to open the note with this token. Unknown notes stay unknown. */
  refuse(noteId: string, token: Pick<NoteToken, 'xsecToken' | 'xsecSource'>, at: number): Promise<void>;
  remove(noteId: string): Promise<void>;
  /** Ids of the notes this person wrote. */
  listByAuthor(authorKey: string): Promise<string[]>;
  /** Cuts mentions of this person out of everybody's notes. */
  forgetPerson(authorKey: string): Promise<void>;
}

export function createNotes(transaction: WriteTransaction): Notes {
  const store = transaction.objectStore('notes');
  const merge: Notes['merge'] = async (sighting, observation) => {
    const note = mergeNote(await store.get(sighting.noteId), sighting, observation);
    await store.put(note);
    return note;
  };
  return {
    merge,
    find: (noteId) => store.get(noteId),
    markStanding: async (noteId, standing, observation) => {
      await merge({ noteId, fields: { standing }, counts: {} }, observation);
    },
    refuse: async (noteId, token, at) => {
      const note = await store.get(noteId);
      if (note) await store.put({ ...note, tokens: refuseToken(note.tokens, token, at) });
    },
    remove: (noteId) => store.delete(noteId),
    listByAuthor: async (authorKey) => {
      const found: string[] = [];
      for await (const cursor of store.iterate()) {
        const id = cursor.value.author?.id;
        if (id && toAuthorKey(id) === authorKey) found.push(cursor.value.noteId);
      }
      return found;
    },
    forgetPerson: async (authorKey) => {
      for await (const cursor of store.iterate()) {
        const kept = withoutMentions(cursor.value, authorKey);
        if (kept !== cursor.value) await cursor.update(kept);
      }
    },
  };
}
