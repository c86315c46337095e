import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ActionEntry } from '../../../model/actions/action-entry';
import type { Note } from '../../../model/note';
import type { Ports } from '../../shell/ports';
import { EMPTY, findValue, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { filterActions, NO_FILTER, type LogFilter } from './log/filter-actions';

/** The note of an action, as far as it is stored. */
export type LogNote = Pick<Note, 'noteId' | 'title' | 'text' | 'host' | 'tokens'>;

export interface ActionsStore {
  /** The newest first. */
  readonly entries: ReadonlySignal<Async<readonly ActionEntry[]>>;
  /** Whether older ones are left out. */
  readonly isCut: ReadonlySignal<boolean>;
  /** Notes by their ids, those that are stored. */
  readonly notes: ReadonlySignal<ReadonlyMap<string, LogNote>>;
  readonly filter: Signal<LogFilter>;
  /** Those that the filter lets through. */
  readonly shown: ReadonlySignal<readonly ActionEntry[]>;
  refresh(): Promise<void>;
}

/** So many are listed; a person does not do more in years at the pace that is kept. */
export const MOST_ENTRIES = 20_000;

/** The log of actions, read again whenever a job has moved on. */
export function createActionsStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  until: AbortSignal,
): ActionsStore {
  const entries = signal<Async<readonly ActionEntry[]>>(LOADING);
  const isCut = signal(false);
  const notes = signal<ReadonlyMap<string, LogNote>>(new Map());
  const filter = signal<LogFilter>(NO_FILTER);
  const refresh = createRefresher(async (isStale) => {
    try {
      const list = await ports.readers.listActions(MOST_ENTRIES + 1);
      if (isStale()) return;
      isCut.value = list.length > MOST_ENTRIES;
      const listed = list.slice(0, MOST_ENTRIES);
      entries.value = listed.length === 0 ? EMPTY : { state: 'ready', value: listed };
      const found = await findNotes(ports.readers, listed);
      if (!isStale()) notes.value = found;
    } catch (thrown) {
      if (!isStale()) entries.value = toFailed(thrown);
    }
  });
  ports.onEvent('job.changed', () => void refresh(), until);
  ports.onEvent('stored.removed', () => void refresh(), until);
  void refresh();
  return {
    entries,
    isCut,
    notes,
    filter,
    shown: computed(() => filterActions(findValue(entries.value) ?? [], filter.value, notes.value)),
    refresh,
  };
}

async function findNotes(
  readers: Pick<Ports['readers'], 'findNote'>,
  entries: readonly ActionEntry[],
): Promise<ReadonlyMap<string, LogNote>> {
  const noteIds = [...new Set(entries.map(({ noteId }) => noteId))].filter((noteId) => noteId !== '');
  const found = await Promise.all(noteIds.map((noteId) => readers.findNote(noteId)));
  return new Map(found.flatMap((note) => (note ? [[note.noteId, note] as const] : [])));
}
