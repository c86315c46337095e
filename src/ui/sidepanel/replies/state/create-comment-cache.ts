import { signal } from '@preact/signals';
import type { Comment } from '../../../../model/comment';
import { toReplyKey } from '../../../../model/replies/reply-plan';
import type { Readers } from '../../../../storage/readers/create-readers';

interface Named {
  readonly noteId: string;
  readonly commentId: string;
}

export interface CommentCache {
  find(key: string): Comment | undefined;
  /** Has those read that are not here. */
  need(entries: readonly Named[]): void;
  clear(): void;
}

/** Comments that are kept in memory at most; one that is looked at again is read again. */
const MOST = 600;

/** Comments of the lines on screen, by `toReplyKey`. */
export function createCommentCache(readers: Pick<Readers, 'findCommentsByKey'>): CommentCache {
  const shown = signal<ReadonlyMap<string, Comment>>(new Map());
  const asked = new Set<string>();
  const read = async (entries: readonly Named[]) => {
    try {
      const found = await readers.findCommentsByKey(
        entries.map(({ noteId, commentId }) => [noteId, commentId]),
      );
      const next = new Map(shown.peek());
      for (const comment of found) if (comment) next.set(toReplyKey(comment), comment);
      for (const key of [...next.keys()].slice(0, Math.max(0, next.size - MOST))) {
        next.delete(key);
        asked.delete(key);
      }
      shown.value = next;
    } catch {
      // They are asked for again when they come on screen again.
      for (const entry of entries) asked.delete(toReplyKey(entry));
    }
  };
  return {
    find: (key) => shown.value.get(key),
    need: (entries) => {
      const missing = entries.filter((entry) => !asked.has(toReplyKey(entry)));
      if (missing.length === 0) return;
      for (const entry of missing) asked.add(toReplyKey(entry));
      void read(missing);
    },
    clear: () => {
      asked.clear();
      shown.value = new Map();
    },
  };
}
