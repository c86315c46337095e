import { computed, type ReadonlySignal } from '@preact/signals';
import { toAuthorKey, type AuthorId } from '../../../model/author';
import { findAuthorGaps, type AuthorGap } from '../../../model/enrich/author-gaps';
import { findNoteGaps, type NoteGap } from '../../../model/enrich/note-gaps';
import type { Note } from '../../../model/note';
import type { Ports } from '../../shell/ports';
import { findValue, type Async } from '../../stores/async';
import { createAuthorStore, type AuthorStore } from './create-author-store';
import { createEnrichStore, type EnrichStore } from './create-enrich-store';

export interface EnrichStores {
  readonly note: EnrichStore<NoteGap>;
  readonly author: EnrichStore<AuthorGap>;
  /** What is kept of the note's author. */
  readonly profile: AuthorStore;
}

/** What is asked of providers about the note that is shown, and about who wrote it. */
export function createEnrichStores(
  ports: Pick<Ports, 'client' | 'readers' | 'onEvent'>,
  note: ReadonlySignal<Async<Note>>,
  until: AbortSignal,
): EnrichStores {
  const noteId = computed(() => findValue(note.value)?.noteId);
  const author = createIdSignal(note);
  return {
    note: createNoteEnrichStore(ports, noteId),
    author: createAuthorEnrichStore(ports, author),
    profile: createAuthorStore(ports, author, until),
  };
}

export function createNoteEnrichStore(
  ports: Pick<Ports, 'client' | 'readers'>,
  noteId: ReadonlySignal<string | undefined>,
): EnrichStore<NoteGap> {
  return createEnrichStore(noteId, {
    toKey: (id) => id,
    readGaps: async (id) => findNoteGaps(await ports.readers.findNote(id)),
    ask: (id, agreed) => ports.client('note.enrich', { noteId: id, agreed }),
  });
}

export function createAuthorEnrichStore(
  ports: Pick<Ports, 'client' | 'readers'>,
  author: ReadonlySignal<AuthorId | undefined>,
): EnrichStore<AuthorGap> {
  return createEnrichStore(author, {
    toKey: toAuthorKey,
    readGaps: async (id) => findAuthorGaps(await ports.readers.findAuthor(id)),
    ask: (authorId, agreed) => ports.client('author.enrich', { authorId, agreed }),
  });
}

/** The note's author; the same object as long as it is the same person, however often the note is read. */
function createIdSignal(note: ReadonlySignal<Async<Note>>): ReadonlySignal<AuthorId | undefined> {
  const key = computed(() => {
    const id = findValue(note.value)?.author?.id;
    return id && toAuthorKey(id);
  });
  return computed(() => (key.value === undefined ? undefined : findValue(note.peek())?.author?.id));
}
