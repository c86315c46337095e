import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../../../model/jobs/job';
import type { GivenSign } from '../../../model/page-state';
import { useUi } from '../../shell/ui-context';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

/** Why acting stands still: the site's sign, and queues that wait for the user. */
export interface Stopped {
  readonly sign: GivenSign | null;
  readonly jobs: readonly Job[];
}

/** Whether acting stands still; `empty`: it does not. */
export function useStopped(): {
  readonly stopped: ReadonlySignal<Async<Stopped>>;
  readonly refresh: () => void;
} {
  const { ports } = useUi();
  const [{ stopped, refresh, gone }] = useState(() => {
    const found = signal<Async<Stopped>>(LOADING);
    const read = createRefresher(async (isStale) => {
      let next: Async<Stopped>;
      try {
        const [sign, all] = await Promise.all([ports.client('stop-sign.find', {}), ports.readers.listJobs()]);
        const jobs = all.filter(({ kind, state, error }) => kind === 'act' && state === 'paused' && error);
        next = sign || jobs.length > 0 ? { state: 'ready', value: { sign, jobs } } : EMPTY;
      } catch (thrown) {
        next = toFailed(thrown);
      }
      if (!isStale()) found.value = next;
    });
    return { stopped: found, refresh: () => void read(), gone: new AbortController() };
  });
  useEffect(() => {
    for (const name of ['job.changed', 'page.changed'] as const) ports.onEvent(name, refresh, gone.signal);
    addEventListener('focus', refresh, { signal: gone.signal });
    refresh();
    return () => gone.abort();
  }, []);
  return { stopped, refresh };
}
