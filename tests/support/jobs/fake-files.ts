import { setImmediate as nextTurn } from 'node:timers/promises';
import { exportNews } from '../../../src/background/jobs/files/reach-files';
import type { Services } from '../../../src/background/services';
import type { ExportState } from '../../../src/model/export';

/** Files that are written outside of the background, and outlive every worker. */
export interface FakeFiles {
  readonly exports: Services['exports'];
  /** Notes whose files were begun, in order: one that is begun again stands here twice. */
  readonly begun: readonly string[];
}

/** Rows that every file has, written one by one. */
const ROWS = 3;
/** Turns of the machine that a row takes. */
const TURNS = 2;

export function createFakeFiles(): FakeFiles {
  const states = new Map<string, ExportState>();
  const begun: string[] = [];
  const change = (exportId: string, changes: Partial<ExportState>) => {
    const state = states.get(exportId);
    if (state?.state !== 'writing') return;
    states.set(exportId, { ...state, ...changes });
    exportNews.tell(exportId);
  };
  const write = async (exportId: string, noteId: string) => {
    for (let rows = 1; rows <= ROWS; rows += 1) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      change(exportId, { rows });
    }
    change(exportId, { state: 'done', fileName: `${noteId}.csv` });
  };
  const start: Services['exports']['start'] = ({ noteId }, exportId = crypto.randomUUID()) => {
    const at = { startedAt: 1, updatedAt: 1 };
    const state: ExportState = { exportId, noteId, state: 'writing', rows: 0, expectedRows: ROWS, ...at };
    begun.push(noteId);
    states.set(exportId, state);
    void write(exportId, noteId);
    return Promise.resolve(state);
  };
  const exports: Services['exports'] = {
    start,
    startUnseen: start,
    cancel: () => Promise.reject(new Error('nobody cancels here')),
    dropAll: () => Promise.resolve(),
    forgetNotes: () => Promise.resolve(),
    list: async () => {
      await nextTurn();
      return [...states.values()];
    },
  };
  return { exports, begun };
}
