import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Note } from '../../../model/note';
import type { StoredNotification } from '../../../model/records';
import type { Ui } from '../../shell/ui-context';
import { EMPTY, findValue, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

export interface NotificationsStore {
  /** The newest first. */
  readonly messages: ReadonlySignal<Async<readonly StoredNotification[]>>;
  /** Notes that they speak of, those that are stored. */
  readonly notes: ReadonlySignal<ReadonlyMap<string, Note>>;
  readonly isCut: ReadonlySignal<boolean>;
  /** How many were kept since the list was looked at last. */
  readonly newCount: ReadonlySignal<number>;
  /** Whether it was kept since the list was looked at before this time. */
  isNew(message: StoredNotification): boolean;
  readonly isOpen: ReadonlySignal<boolean>;
  /** Opens or closes the list; what it shows is looked at by that. */
  setOpen(isOpen: boolean): void;
  refresh(): Promise<void>;
}

export const MOST_NOTIFICATIONS = 500;

/** What the site's notification page showed, as far as it is kept; the site itself is never asked. */
export function createNotificationsStore({ ports, settings, signal: until }: Ui): NotificationsStore {
  const messages = signal<Async<readonly StoredNotification[]>>(LOADING);
  const notes = signal<ReadonlyMap<string, Note>>(new Map());
  const isCut = signal(false);
  const isOpen = signal(false);
  const seenAt = computed(() => settings.settings.value?.notificationsSeenAt ?? 0);
  /** Up to when it had been looked at when the list was opened: what is new stays marked while one looks. */
  const markedFrom = signal(0);
  const refresh = createRefresher(async (isStale) => {
    try {
      const list = await ports.readers.listNotifications(MOST_NOTIFICATIONS + 1);
      if (isStale()) return;
      isCut.value = list.length > MOST_NOTIFICATIONS;
      const listed = list.slice(0, MOST_NOTIFICATIONS);
      messages.value = listed.length === 0 ? EMPTY : { state: 'ready', value: listed };
      const noteIds = [...new Set(listed.flatMap(({ noteId }) => (noteId === undefined ? [] : [noteId])))];
      const found = await Promise.all(noteIds.map((noteId) => ports.readers.findNote(noteId)));
      if (!isStale()) notes.value = new Map(found.flatMap((note) => (note ? [[note.noteId, note]] : [])));
    } catch (thrown) {
      if (!isStale()) messages.value = toFailed(thrown);
    }
  });
  for (const name of ['notifications.changed', 'stored.removed', 'note.changed'] as const)
    ports.onEvent(name, () => void refresh(), until);
  void refresh();
  const countSince = (at: number) =>
    (findValue(messages.value) ?? []).filter(({ firstSeenAt }) => firstSeenAt > at).length;
  const newCount = computed(() => countSince(seenAt.value));
  let toldOf = 0;
  const stop = effect(() => {
    // What comes while the list is open is looked at as well.
    const newest = Math.max(0, ...(findValue(messages.value) ?? []).map(({ firstSeenAt }) => firstSeenAt));
    if (!isOpen.value || newest <= Math.max(seenAt.value, toldOf)) return;
    toldOf = newest;
    // When it was, is worth no word, should it not be kept.
    settings.change({ notificationsSeenAt: newest }).catch(() => undefined);
  });
  until.addEventListener('abort', stop, { once: true });
  return {
    messages,
    notes,
    isCut,
    newCount,
    isNew: ({ firstSeenAt }) => firstSeenAt > markedFrom.value,
    isOpen,
    setOpen: (next) => {
      if (next && !isOpen.peek()) markedFrom.value = seenAt.peek();
      isOpen.value = next;
    },
    refresh,
  };
}
