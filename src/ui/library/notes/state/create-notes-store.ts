import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { NotesQuery, NotesView } from '../../../../workers/library/notes/types';
import type { Ports } from '../../../shell/ports';
import { createSelection, type Selection } from '../../explore/state/create-selection';
import { createNotesList, type NotesList } from './create-notes-list';
import { createTrashStore, type TrashStore } from './create-trash-store';

const PLAIN: NotesQuery = { text: '', sort: 'seen', direction: 'down', hidden: [] };

export type NotesPatch = { readonly [Field in keyof NotesQuery]?: NotesQuery[Field] | undefined };

export interface NotesStore extends Pick<NotesList, 'summary' | 'rowAt' | 'need' | 'retry'>, TrashStore {
  readonly query: ReadonlySignal<NotesQuery>;
  /** Whether the query finds fewer notes than there may be. */
  readonly filtered: ReadonlySignal<boolean>;
  readonly chosen: Selection['ids'];
  change(patch: NotesPatch): void;
  /** Takes every filter away; the order stays. */
  clear(): void;
  /** Chooses a note, or takes the choice back; with `isRange` everything between it and the one before. */
  toggle(noteId: string, isRange: boolean): Promise<void>;
  /** Chooses everything that the query finds, or nothing. */
  chooseAll(all: boolean): Promise<void>;
}

/** All stored notes as the library shows them. */
export function createNotesStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  view: NotesView,
  first: NotesPatch,
  until: AbortSignal,
): NotesStore {
  const query = signal<NotesQuery>(withPatch(PLAIN, first));
  const selection = createSelection();
  const list = createNotesList(ports, view, () => query.peek(), until);
  const setQuery = (next: NotesQuery) => {
    query.value = next;
    list.setQuery(next);
  };
  const hide = (hidden: readonly string[]) => {
    const gone = new Set(hidden);
    selection.setAll([...selection.ids.peek()].filter((noteId) => !gone.has(noteId)));
    setQuery({ ...query.peek(), hidden });
  };
  return {
    ...createTrashStore(ports, hide, (thrown) => list.fail(thrown), until),
    summary: list.summary,
    rowAt: (index) => list.rowAt(index),
    need: (index) => list.need(index),
    retry: () => list.retry(),
    query,
    filtered: computed(() => isFiltered(query.value)),
    chosen: selection.ids,
    change: (patch) => setQuery(withPatch(query.value, patch)),
    clear: () => {
      const { sort, direction, hidden } = query.value;
      setQuery({ ...PLAIN, sort, direction, hidden });
    },
    toggle: async (noteId, isRange) =>
      selection.toggle(noteId, isRange ? await view.listIds() : [noteId], isRange),
    chooseAll: async (all) => selection.setAll(all ? await view.listIds() : []),
  };
}

/** The query with the patch in it; a filter that is off is absent. */
function withPatch(query: NotesQuery, patch: NotesPatch): NotesQuery {
  const entries = Object.entries({ ...query, ...patch }).filter(([, value]) => value !== undefined);
  return { ...PLAIN, ...(Object.fromEntries(entries) as Partial<NotesQuery>) };
}

function isFiltered({ text, type, comments, completeness, source }: NotesQuery): boolean {
  return text.trim() !== '' || [type, comments, completeness, source].some((one) => one !== undefined);
}
