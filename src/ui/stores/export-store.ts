import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Language } from '../../i18n/t';
import { toAppError, toErrorReport, type ErrorReport } from '../../model/errors';
import type { ExportRequest, ExportState } from '../../model/export';
import type { Ports } from '../shell/ports';

/** What the file shall be; CSV unless it says something else. */
export type WantedFile = Pick<ExportRequest, 'preset' | 'withNoteColumns'> &
  Partial<Omit<ExportRequest, 'noteId' | 'timeZone' | 'language'>>;

export interface ExportStore {
  /** The latest export of the note that is shown, in whichever window it was started. */
  readonly current: ReadonlySignal<ExportState | undefined>;
  /** Why the last try could not even start. */
  readonly failure: ReadonlySignal<ErrorReport | undefined>;
  readonly starting: ReadonlySignal<boolean>;
  /** Starts writing the note's comments to a file; what happens then is seen in `current`. */
  start(wanted: WantedFile, language: Language): Promise<void>;
  cancel(): Promise<void>;
  /** Puts the outcome out of sight. */
  dismiss(): void;
}

/** The exports of one note. */
export function createExportStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  noteId: ReadonlySignal<string | undefined>,
  until: AbortSignal,
): ExportStore {
  const states = signal<readonly ExportState[]>([]);
  /** Put out of sight up to here: a newer one is shown, an older one does not come back. */
  const dismissedUntil = signal(-Infinity);
  const failed = signal<{ readonly noteId: string; readonly error: ErrorReport } | undefined>(undefined);
  const starting = signal(false);
  const fail = (ofNote: string) => (thrown: unknown) => {
    failed.value = { noteId: ofNote, error: toErrorReport(toAppError(thrown)) };
  };
  const put = (state: ExportState) => {
    states.value = [state, ...states.value.filter((one) => one.exportId !== state.exportId)];
  };
  const current = computed(() =>
    [...states.value]
      .filter((state) => state.media === undefined && state.noteId === noteId.value)
      .filter((state) => state.startedAt > dismissedUntil.value)
      .sort((a, b) => b.startedAt - a.startedAt)
      .at(0),
  );
  const failure = computed(() => (failed.value?.noteId === noteId.value ? failed.value?.error : undefined));
  ports.onEvent('export.changed', put, until);
  ports.client('export.list', {}).then(
    (list) => {
      const known = new Set(states.value.map((state) => state.exportId));
      states.value = [...states.value, ...list.filter((state) => !known.has(state.exportId))];
    },
    () => undefined, // Older exports are only for comfort; starting one says what is wrong.
  );

  return {
    current,
    failure,
    starting,
    async start(wanted, language) {
      const id = noteId.peek();
      if (id === undefined || starting.value) return;
      starting.value = true;
      failed.value = undefined;
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      try {
        put(await ports.client('export.start', { noteId: id, format: 'csv', ...wanted, timeZone, language }));
      } catch (thrown) {
        fail(id)(thrown);
      } finally {
        starting.value = false;
      }
    },
    async cancel() {
      const state = current.peek();
      if (state) await ports.client('export.cancel', { exportId: state.exportId }).catch(fail(state.noteId));
    },
    dismiss() {
      dismissedUntil.value = current.peek()?.startedAt ?? dismissedUntil.peek();
      failed.value = undefined;
    },
  };
}
