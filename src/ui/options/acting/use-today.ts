import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { startOf } from '../../../lib/start-of';
import type { ActionEntry } from '../../../model/actions/action-entry';
import { toAppError, type AppError } from '../../../model/errors';
import { useUi } from '../../shell/ui-context';
import { createRefresher } from '../../stores/create-refresher';

export interface Today {
  /** What was begun today, of every account, and who is logged in as far as that is known. */
  readonly acts: ReadonlySignal<{
    readonly viewerId: string | undefined;
    readonly entries: readonly ActionEntry[];
  }>;
  /** Of which day that is. */
  readonly now: ReadonlySignal<number>;
  readonly error: ReadonlySignal<AppError | undefined>;
  readonly refresh: () => void;
}

/** What was done today, read again whenever a job has moved on or another day has begun. */
export function useToday(): Today {
  const { ports } = useUi();
  const [{ today, gone }] = useState(() => {
    const leaving = new AbortController();
    const acts = signal<Today['acts']['value']>({ viewerId: undefined, entries: [] });
    const now = signal(Date.now());
    const error = signal<AppError | undefined>(undefined);
    const refresh = createRefresher(async (isStale) => {
      try {
        const at = Date.now();
        const [viewer, entries] = await Promise.all([
          ports.client('viewer.find', {}),
          ports.readers.listActionsSince(startOf('day', at)),
        ]);
        if (isStale()) return;
        acts.value = { viewerId: viewer?.userId, entries };
        now.value = at;
        error.value = undefined;
      } catch (thrown) {
        if (!isStale()) error.value = toAppError(thrown);
      }
    });
    return { today: { acts, now, error, refresh: () => void refresh() }, gone: leaving };
  });
  useEffect(() => {
    const until = gone.signal;
    for (const name of ['job.changed', 'stored.removed', 'page.changed'] as const)
      ports.onEvent(name, today.refresh, until);
    // Who comes back to this page on another day sees that day.
    addEventListener('focus', today.refresh, { signal: until });
    today.refresh();
    return () => gone.abort();
  }, []);
  return today;
}
