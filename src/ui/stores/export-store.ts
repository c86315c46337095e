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
  /** The latest first, as they came: the clock may have been set back between two. */
  const states = signal<readonly ExportState[]>([]);
  /** Put out of sight. */
  const dismissed = signal<ReadonlySet<string>>(new Set());
  const failed = signal<{ readonly noteId: string; readonly error: ErrorReport } | undefined>(undefined);
  const starting = signal(false);
  const fail = (ofNote: string) => (thrown: unknown) => {
    failed.value = { noteId: ofNote, error: toErrorReport(toAppError(thrown)) };
  };
  const put = (state: ExportState) => {
    const isKnown = states.value.some(({ exportId }) => exportId === state.exportId);
    states.value = isKnown
      ? states.value.map((one) => (one.exportId === state.exportId ? state : one))
      : [state, ...states.value];
  };
  const current = computed(() => {
    const latest = states.value.find((state) => state.media === undefined && state.noteId === noteId.value);
    // One that is older than what was put out of sight does not come back.
    return latest && dismissed.value.has(latest.exportId) ? undefined : latest;
  });
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
      const { exportId } = current.peek() ?? {};
      if (exportId !== undefined) dismissed.value = new Set([...dismissed.peek(), exportId]);
      failed.value = undefined;
    },
  };
}
