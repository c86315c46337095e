import { exportStateSchema } from '../model/export';
import type { ExportState } from '../model/export';
import { loadingStateSchema, tabPageSchema } from '../model/page-state';
import type { LoadingState, TabPage } from '../model/page-state';
import { readArea, readAreaByPrefix, removeFromArea, writeArea } from '../platform/storage-area';

/**
 * What must outlive the worker but not the browser, in `storage.session` (memory): one key for each record, so that
 * two tabs never write over each other.
 * Written by: the background only. Read by: the background, on behalf of pages. Bounded by: open tabs; the exports of
 * this browser session.
 */
export interface SessionStore<Value> {
  find(id: string | number): Promise<Value | undefined>;
  put(id: string | number, value: Value): Promise<void>;
  list(): Promise<Value[]>;
  remove(id: string | number): Promise<void>;
}

interface Parser<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

function createSessionStore<Value>(prefix: string, schema: Parser<Value>): SessionStore<Value> {
  const parse = (stored: unknown): Value | undefined => {
    const parsed = schema.safeParse(stored);
    // A record of an older version of the extension, updated while the browser ran: as good as none.
    return parsed.success ? parsed.data : undefined;
  };
  return {
    find: async (id) => parse(await readArea('session', prefix + id)),
    put: (id, value) => writeArea('session', prefix + id, value),
    list: async () =>
      [...(await readAreaByPrefix('session', prefix)).values()]
        .map(parse)
        .filter((value) => value !== undefined),
    remove: (id) => removeFromArea('session', prefix + id),
  };
}

export const tabPages: SessionStore<TabPage> = createSessionStore('tab-page:', tabPageSchema);
export const loadingStates: SessionStore<LoadingState> = createSessionStore('loading:', loadingStateSchema);
export const exportStates: SessionStore<ExportState> = createSessionStore('export:', exportStateSchema);
