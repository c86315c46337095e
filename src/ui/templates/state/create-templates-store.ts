import { signal, type ReadonlySignal } from '@preact/signals';
import type { Template } from '../../../model/templates/template';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';

export interface TemplatesStore {
  readonly templates: ReadonlySignal<Async<readonly Template[]>>;
  refresh(): Promise<void>;
}

/** All templates, read again whenever one was written, used or removed. */
export function createTemplatesStore(
  ports: Pick<Ports, 'readers' | 'onEvent'>,
  until: AbortSignal,
): TemplatesStore {
  const templates = signal<Async<readonly Template[]>>(LOADING);
  const refresh = createRefresher(async (isStale) => {
    let next: Async<readonly Template[]>;
    try {
      const list = await ports.readers.listTemplates();
      next = list.length === 0 ? EMPTY : { state: 'ready', value: list };
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (!isStale()) templates.value = next;
  });
  ports.onEvent('templates.changed', () => void refresh(), until);
  ports.onEvent('stored.removed', () => void refresh(), until);
  void refresh();
  return { templates, refresh };
}
