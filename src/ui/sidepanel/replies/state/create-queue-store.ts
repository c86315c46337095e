import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { UnansweredEntry } from '../../../../insights/unanswered/find-unanswered';
import type { QueueSort } from '../../../../insights/unanswered/rank-unanswered';
import type { Comment } from '../../../../model/comment';
import type { Note } from '../../../../model/note';
import { toReplyKey } from '../../../../model/replies/reply-plan';
import type { UnansweredFinder } from '../../../../workers/library/unanswered/create-unanswered-client';
import type { UnansweredFound } from '../../../../workers/library/unanswered/types';
import type { RepliesStore } from '../../../replies/state/create-replies-store';
import type { Ports } from '../../../shell/ports';
import { LOADING, findValue, toFailed, type Async } from '../../../stores/async';
import { createRefresher } from '../../../stores/create-refresher';
import { createCommentCache, type CommentCache } from './create-comment-cache';
import { lookThrough, type QueueScope } from './look-through';
import { sortOut, type SortedOut } from './sort-out';

export interface QueueStore {
  readonly scope: ReadonlySignal<QueueScope>;
  setScope(scope: QueueScope): void;
  readonly sort: ReadonlySignal<QueueSort>;
  setSort(sort: QueueSort): void;
  readonly found: ReadonlySignal<Async<UnansweredFound>>;
  /** What waits, what was set aside and what has been written, of what was found. */
  readonly sorted: ReadonlySignal<SortedOut>;
  /** Who is logged in; `undefined`: nobody that is known of. */
  readonly viewerId: ReadonlySignal<string | undefined>;
  readonly notes: ReadonlySignal<ReadonlyMap<string, Note>>;
  /** The comment of an entry, as far as it is here; asks for it and those around it. */
  commentOf(entry: Pick<UnansweredEntry, 'noteId' | 'commentId'>): Comment | undefined;
  need(entries: readonly Pick<UnansweredEntry, 'noteId' | 'commentId'>[]): void;
  refresh(): Promise<void>;
}

/** What was put off comes back by itself; so often it is looked, ms. */
const LOOK_EVERY_MS = 20_000;

export interface QueueWorld {
  readonly ports: Pick<Ports, 'client' | 'readers' | 'onEvent'>;
  readonly finder: UnansweredFinder;
  readonly replies: RepliesStore;
  readonly noteId: ReadonlySignal<string | undefined>;
}

/** The comments that wait for an answer, read again whenever one of the things it hangs on has changed. */
export function createQueueStore(world: QueueWorld, until: AbortSignal): QueueStore {
  const { ports, finder, replies, noteId } = world;
  const scope = signal<QueueScope>(noteId.peek() === undefined ? 'mine' : 'note');
  const sort = signal<QueueSort>('likes');
  const found = signal<Async<UnansweredFound>>(LOADING);
  const viewerId = signal<string | undefined>(undefined);
  const notes = signal<ReadonlyMap<string, Note>>(new Map());
  const now = signal(Date.now());
  const cache = createCommentCache(ports.readers);

  const refresh = createRefresher(async (isStale) => {
    try {
      const asked = { scope: scope.peek(), sort: sort.peek(), noteId: noteId.peek() };
      const { viewer, listed, found: next } = await lookThrough(ports, finder, asked);
      if (isStale() || until.aborted) return;
      viewerId.value = viewer;
      notes.value = new Map(listed.map((note) => [note.noteId, note]));
      now.value = Date.now();
      found.value = { state: 'ready', value: next };
    } catch (thrown) {
      if (!isStale() && !until.aborted) found.value = toFailed(thrown);
    }
  });
  listen(ports.onEvent, { cache, notes, refresh: () => void refresh() }, until);
  const timer = setInterval(() => (now.value = Date.now()), LOOK_EVERY_MS);
  const stop = effect(() => {
    void noteId.value;
    void scope.value;
    found.value = LOADING;
    void refresh();
  });
  until.addEventListener('abort', () => {
    stop();
    clearInterval(timer);
    finder.close();
  });
  return {
    scope,
    setScope: (next) => (scope.value = next),
    sort,
    setSort: (next) => {
      sort.value = next;
      void refresh();
    },
    found,
    sorted: computed(() =>
      sortOut(findValue(found.value)?.entries ?? [], {
        plans: replies.plans.value,
        attempts: replies.attempts.value,
        noteIds: new Set(notes.value.keys()),
        now: now.value,
      }),
    ),
    viewerId,
    notes,
    commentOf: (entry) => cache.find(toReplyKey(entry)),
    need: (entries) => cache.need(entries),
    refresh,
  };
}

/** Looks again when something has come or gone that it hangs on. */
function listen(
  onEvent: QueueWorld['ports']['onEvent'],
  {
    cache,
    notes,
    refresh,
  }: {
    readonly cache: CommentCache;
    readonly notes: ReadonlySignal<ReadonlyMap<string, Note>>;
    readonly refresh: () => void;
  },
  until: AbortSignal,
): void {
  onEvent('comments.changed', refresh, until);
  onEvent('note.changed', ({ noteId }) => !notes.peek().has(noteId) && refresh(), until);
  const forget = () => {
    cache.clear();
    refresh();
  };
  onEvent('stored.removed', forget, until);
}
