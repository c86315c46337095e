import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { toAuthorKey, type Author, type AuthorId } from '../../../model/author';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toAsync, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

export interface AuthorStore {
  /** `empty`: nothing is kept, or nobody is asked for. */
  readonly author: ReadonlySignal<Async<Author>>;
  refresh(): Promise<void>;
}

/** What is kept of a person, read again whenever it changed. */
export function createAuthorStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  id: ReadonlySignal<AuthorId | undefined>,
  until: AbortSignal,
): AuthorStore {
  const author = signal<Async<Author>>(LOADING);
  const read = createRefresher(async (isStale) => {
    const of = id.peek();
    let next: Async<Author>;
    try {
      next = of === undefined ? EMPTY : toAsync(await ports.readers.findAuthor(of));
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (!isStale()) author.value = next;
  });
  const isMine = (key: string) => {
    const of = id.peek();
    return of !== undefined && toAuthorKey(of) === key;
  };
  ports.onEvent('author.changed', ({ authorKey }) => isMine(authorKey) && void read(), until);
  ports.onEvent('stored.removed', () => void read(), until);
  const stop = effect(() => {
    // Another person: nothing of the one before may stay, not even while this one is read.
    if (id.value !== undefined) author.value = LOADING;
    void read();
  });
  until.addEventListener('abort', stop, { once: true });
  return { author, refresh: read };
}
