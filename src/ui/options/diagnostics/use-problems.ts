import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Problem } from '../../../model/problems/problem';
import { useUi } from '../../shell/ui-context';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

/** The problems that are kept, newest first; read again when everything was deleted. */
export function useProblems(): {
  problems: ReadonlySignal<Async<readonly Problem[]>>;
  read: () => Promise<void>;
} {
  const { ports, signal } = useUi();
  const problems = useSignal<Async<readonly Problem[]>>(LOADING);
  const read = useMemo(
    () =>
      createRefresher(async (isStale) => {
        let next: Async<readonly Problem[]>;
        try {
          const list = await ports.client('problem.list', {});
          next = list.length === 0 ? EMPTY : { state: 'ready', value: list };
        } catch (thrown) {
          next = toFailed(thrown);
        }
        if (!isStale()) problems.value = next;
      }),
    [],
  );
  useEffect(() => {
    ports.onEvent('stored.removed', () => void read(), signal);
    void read();
  }, []);
  return { problems, read };
}
