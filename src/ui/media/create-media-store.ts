import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Language } from '../../i18n/t';
import { toAppError, toErrorReport, type ErrorReport } from '../../model/errors';
import type { ExportState } from '../../model/export';
import type { MediaKind } from '../../model/exports/media-request';
import type { Ports } from '../shell/ports';

export interface MediaStore {
  /** The latest save of media that is looked at here, in whichever window it was started. */
  readonly current: ReadonlySignal<ExportState | undefined>;
  /** Why the last try could not even start. */
  readonly failure: ReadonlySignal<ErrorReport | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  start(noteIds: readonly string[], kinds: readonly MediaKind[], language: Language): Promise<void>;
  /** Says why nothing was started. */
  refuse(error: ErrorReport): void;
  cancel(): Promise<void>;
  /** Puts the outcome out of sight. */
  dismiss(): void;
}

/** Saves of media: of the note that is shown, or, where `noteId` is left out, of any. */
export function createMediaStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  until: AbortSignal,
  noteId?: ReadonlySignal<string | undefined>,
): MediaStore {
  const states = signal<readonly ExportState[]>([]);
  /** Put out of sight up to here: a newer one is shown, an older one does not come back. */
  const dismissedUntil = signal(-Infinity);
  const failure = signal<ErrorReport | undefined>(undefined);
  const isStarting = signal(false);
  const put = (state: ExportState) => {
    if (state.media === undefined) return;
    states.value = [state, ...states.value.filter((one) => one.exportId !== state.exportId)];
  };
  const current = computed(() =>
    [...states.value]
      .filter((state) => noteId === undefined || state.noteId === noteId.value)
      .filter((state) => state.startedAt > dismissedUntil.value)
      .sort((a, b) => b.startedAt - a.startedAt)
      .at(0),
  );
  const fail = (thrown: unknown) => (failure.value = toErrorReport(toAppError(thrown)));

  ports.onEvent('export.changed', put, until);
  ports.client('export.list', {}).then(
    (list) => {
      const known = new Set(states.value.map((state) => state.exportId));
      for (const state of list) if (!known.has(state.exportId)) put(state);
    },
    () => undefined, // Older saves are only for comfort; starting one says what is wrong.
  );
  return {
    current,
    failure,
    isBusy: computed(
      () => isStarting.value || current.value?.state === 'writing' || current.value?.state === 'saving',
    ),
    async start(noteIds, kinds, language) {
      const [first] = noteIds;
      if (first === undefined || isStarting.value) return;
      isStarting.value = true;
      failure.value = undefined;
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const wanted = { format: 'media' as const, noteId: first, noteIds: [...noteIds], kinds: [...kinds] };
      await ports.client('media.start', { ...wanted, timeZone, language }).then(put, fail);
      isStarting.value = false;
    },
    refuse: (error) => (failure.value = error),
    async cancel() {
      const state = current.peek();
      if (state) await ports.client('export.cancel', { exportId: state.exportId }).catch(fail);
    },
    dismiss() {
      dismissedUntil.value = current.peek()?.startedAt ?? dismissedUntil.peek();
      failure.value = undefined;
    },
  };
}
