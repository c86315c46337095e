import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Comment, CommentList } from '../../model/comment';
import type { Note, NoteSnapshot } from '../../model/note';
import type { Ports } from '../shell/ports';
import { EMPTY, LOADING, findValue, toAsync, toFailed, type Async } from './async';
import { createRefresher } from './create-refresher';
import { findTrend, type Trend } from './find-trend';

/** What is stored of a note's comments, at a glance. */
export interface CommentGlance {
  readonly captured: number;
  readonly latest: readonly Comment[];
  readonly list: CommentList | undefined;
}

export interface NoteStore {
  /** `empty`: no note is asked for, or nothing of it is stored. */
  readonly note: ReadonlySignal<Async<Note>>;
  readonly comments: ReadonlySignal<Async<CommentGlance>>;
  readonly snapshots: ReadonlySignal<readonly NoteSnapshot[]>;
  readonly trend: ReadonlySignal<Trend | undefined>;
  refresh(): Promise<void>;
}

/**
 * Reads one note from the database and reads again whenever the background says that it changed; of its comments the
 * `latest` ones.
 */
export function createNoteStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  noteId: ReadonlySignal<string | undefined>,
  until: AbortSignal,
  latest: number,
): NoteStore {
  const note = signal<Async<Note>>(LOADING);
  const comments = signal<Async<CommentGlance>>(LOADING);
  const snapshots = signal<readonly NoteSnapshot[]>([]);

  const readNote = createRefresher(async (isStale) => {
    const id = noteId.peek();
    try {
      const found = id === undefined ? undefined : await ports.readers.findNote(id);
      const points = id === undefined ? [] : await ports.readers.findSnapshots(id);
      if (isStale()) return;
      snapshots.value = points;
      note.value = toAsync(found);
    } catch (thrown) {
      if (!isStale()) note.value = toFailed(thrown);
    }
  });
  const readComments = createRefresher(async (isStale) => {
    const id = noteId.peek();
    try {
      const found = id === undefined ? EMPTY : toAsync(await readGlance(ports.readers, id, latest));
      if (!isStale()) comments.value = found;
    } catch (thrown) {
      if (!isStale()) comments.value = toFailed(thrown);
    }
  });
  const refresh = async () => {
    await Promise.all([readNote(), readComments()]);
  };

  const isMine = (changed: string | undefined) => changed === undefined || changed === noteId.peek();
  ports.onEvent('note.changed', (event) => isMine(event.noteId) && void readNote(), until);
  ports.onEvent('comments.changed', (event) => isMine(event.noteId) && void readComments(), until);
  ports.onEvent('stored.removed', (event) => isMine(event.noteId) && void refresh(), until);
  let shownId: string | undefined;
  const stop = effect(() => {
    // Another note: nothing of the old one may stay, not even while the new one is read.
    if (noteId.value !== shownId) {
      note.value = LOADING;
      comments.value = LOADING;
      snapshots.value = [];
    }
    shownId = noteId.value;
    void refresh();
  });
  until.addEventListener('abort', stop, { once: true });

  const trend = computed(() => {
    const value = findValue(note.value);
    return value && findTrend(value.counts, snapshots.value, value.lastSeenAt);
  });
  return { note, comments, snapshots, trend, refresh };
}

async function readGlance(readers: Ports['readers'], noteId: string, wanted: number): Promise<CommentGlance> {
  const [captured, latest, list] = await Promise.all([
    readers.countComments(noteId),
    wanted === 0 ? [] : readers.listNewestComments(noteId, wanted),
    readers.findCommentList(noteId),
  ]);
  return { captured, latest, list };
}
