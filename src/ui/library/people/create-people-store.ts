import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { toAuthorKey, type Author } from '../../../model/author';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

/** A person who is kept, and how many of their notes are. */
export interface KeptPerson {
  readonly authorKey: string;
  readonly author: Author;
  readonly keptNotes: number;
}

export interface PeopleStore {
  /** What people are looked for by; empty: all are meant. */
  readonly words: Signal<string>;
  /** The last seen first; `empty`: nobody is kept at all. Nobody who matches is `ready` with none. */
  readonly people: ReadonlySignal<Async<readonly KeptPerson[]>>;
  /** Whether there are more than are listed. */
  readonly isCut: ReadonlySignal<boolean>;
  refresh(): Promise<void>;
}

/** So many are listed at most; finding looks through all of them. */
export const MOST_LISTED = 5_000;

/** People whose profile is kept, read again when one of them changed. */
export function createPeopleStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  until: AbortSignal,
): PeopleStore {
  const words = signal('');
  const people = signal<Async<readonly KeptPerson[]>>(LOADING);
  const isCut = signal(false);
  const refresh = createRefresher(async (isStale) => {
    const wanted = words.peek();
    try {
      const [authors, counts] = await Promise.all([
        ports.readers.listAuthors({ limit: MOST_LISTED + 1, words: wanted }),
        ports.readers.countNotesByAuthor(),
      ]);
      if (isStale()) return;
      isCut.value = authors.length > MOST_LISTED;
      const list = authors.slice(0, MOST_LISTED).map((author) => {
        const authorKey = toAuthorKey(author.id);
        return { authorKey, author, keptNotes: counts.get(authorKey) ?? 0 };
      });
      people.value = list.length === 0 && wanted.trim() === '' ? EMPTY : { state: 'ready', value: list };
    } catch (thrown) {
      if (!isStale()) people.value = toFailed(thrown);
    }
  });
  ports.onEvent('author.changed', () => void refresh(), until);
  ports.onEvent('stored.removed', () => void refresh(), until);
  const stop = effect(() => {
    void words.value;
    void refresh();
  });
  until.addEventListener('abort', stop, { once: true });
  return { words, people, isCut, refresh };
}
