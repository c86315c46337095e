import { signal, type ReadonlySignal } from '@preact/signals';
import type { Language } from '../../../../i18n/t';
import { toAppError } from '../../../../model/errors';
import type { Settings } from '../../../../model/settings';
import type { Ports } from '../../../shell/ports';

/** How far the exports of several notes are. */
export interface BatchProgress {
  readonly total: number;
  readonly done: number;
  /** Notes of which no file came, because nothing is stored or something went wrong. */
  readonly failed: number;
  readonly isRunning: boolean;
}

export interface BatchExport {
  readonly progress: ReadonlySignal<BatchProgress | undefined>;
  /** Writes one file a note, one after the other, in the way of the settings. */
  start(noteIds: readonly string[], csv: Settings['csv'], language: Language): Promise<void>;
  /** Stops before the next one. */
  stop(): void;
  dismiss(): void;
}

/** Exports several notes, each on the same way as a single one. */
export function createBatchExport(ports: Pick<Ports, 'client' | 'onEvent'>, until: AbortSignal): BatchExport {
  const progress = signal<BatchProgress | undefined>(undefined);
  const ended = new Map<string, 'done' | 'failed'>();
  let wake: () => void = () => undefined;
  let isStopped = false;
  ports.onEvent(
    'export.changed',
    ({ exportId, state }) => {
      if (state !== 'done' && state !== 'failed') return;
      ended.set(exportId, state);
      wake();
    },
    until,
  );
  const awaitEnd = async (exportId: string): Promise<'done' | 'failed'> => {
    for (;;) {
      const end = ended.get(exportId);
      if (end) return end;
      await new Promise<void>((resolve) => {
        wake = resolve;
        until.addEventListener('abort', () => resolve(), { once: true });
      });
      if (until.aborted) return 'failed';
    }
  };
  const exportOne = async (noteId: string, csv: Settings['csv'], language: Language) => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const state = await ports.client('export.start', { noteId, format: 'csv', ...csv, timeZone, language });
    return state.state === 'done' || state.state === 'failed' ? state.state : awaitEnd(state.exportId);
  };
  return {
    progress,
    async start(noteIds, csv, language) {
      if (progress.value?.isRunning) return;
      isStopped = false;
      let now: BatchProgress = { total: noteIds.length, done: 0, failed: 0, isRunning: true };
      progress.value = now;
      for (const noteId of noteIds) {
        if (isStopped || until.aborted) break;
        const end = await exportOne(noteId, csv, language).catch((thrown: unknown) => toAppError(thrown));
        now = end === 'done' ? { ...now, done: now.done + 1 } : { ...now, failed: now.failed + 1 };
        progress.value = now;
      }
      progress.value = { ...now, isRunning: false };
    },
    stop: () => void (isStopped = true),
    dismiss: () => void (progress.value = undefined),
  };
}
