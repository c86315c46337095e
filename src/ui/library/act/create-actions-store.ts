import { signal, type ReadonlySignal } from '@preact/signals';
import type { ActionEntry } from '../../../model/actions/action-entry';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

export interface ActionsStore {
  /** The newest first. */
  readonly entries: ReadonlySignal<Async<readonly ActionEntry[]>>;
  refresh(): Promise<void>;
}

const MOST = 500;

/** The log of actions, read again whenever a job has moved on. */
export function createActionsStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  until: AbortSignal,
): ActionsStore {
  const entries = signal<Async<readonly ActionEntry[]>>(LOADING);
  const refresh = createRefresher(async (isStale) => {
    try {
      const list = await ports.readers.listActions(MOST);
      if (!isStale()) entries.value = list.length === 0 ? EMPTY : { state: 'ready', value: list };
    } catch (thrown) {
      if (!isStale()) entries.value = toFailed(thrown);
    }
  });
  ports.onEvent('job.changed', () => void refresh(), until);
  ports.onEvent('stored.removed', () => void refresh(), until);
  void refresh();
  return { entries, refresh };
}
