import { createSerialByKey } from '../lib/serial-by-key';
import { accountTabSchema, addingWindowSchema, madeContainerSchema } from '../model/accounts/saved-account';
import type { AccountTab, AddingWindow, MadeContainer } from '../model/accounts/saved-account';
import { actingStateSchema, actingWindowSchema } from '../model/actions/acting-state';
import type { ActingState, ActingWindow } from '../model/actions/acting-state';
import { loadingStateSchema, stopSignSchema, tabPageSchema } from '../model/page-state';
import type { GivenSign, LoadingState, TabPage } from '../model/page-state';
import { readArea, readAreaByPrefix, removeFromArea, writeArea } from '../platform/storage-area';

/**
 * What must outlive the worker but not the browser, in `storage.session` (memory) unless it says otherwise: one key for each record, so that
 * two tabs never write over each other; what is done to one key is done in turn.
 * Written by: the background only. Read by: the background, on behalf of pages. Bounded by: open tabs.
 */
export interface SessionStore<Value> {
  find(id: string | number): Promise<Value | undefined>;
  put(id: string | number, value: Value): Promise<void>;
  /** Changes what is there; `undefined` leaves it. Answers what was written, `undefined` when nothing was. */
  update(
    id: string | number,
    change: (value: Value | undefined) => Value | undefined,
  ): Promise<Value | undefined>;
  list(): Promise<Value[]>;
  remove(id: string | number): Promise<void>;
}

interface Parser<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

function createSessionStore<Value>(
  prefix: string,
  schema: Parser<Value>,
  area: 'session' | 'local' = 'session',
): SessionStore<Value> {
  const parse = (stored: unknown): Value | undefined => {
    const parsed = schema.safeParse(stored);
    // A record of an older version of the extension, updated while the browser ran: as good as none.
    return parsed.success ? parsed.data : undefined;
  };
  const serial = createSerialByKey<string>();
  const find = async (id: string | number) => parse(await readArea(area, prefix + id));
  return {
    find,
    put: (id, value) => serial.run(String(id), () => writeArea(area, prefix + id, value)),
    update: (id, change) =>
      serial.run(String(id), async () => {
        const value = change(await find(id));
        if (value !== undefined) await writeArea(area, prefix + id, value);
        return value;
      }),
    list: async () =>
      [...(await readAreaByPrefix(area, prefix)).values()].map(parse).filter((value) => value !== undefined),
    remove: (id) => serial.run(String(id), () => removeFromArea(area, prefix + id)),
  };
}

export const tabPages: SessionStore<TabPage> = createSessionStore('tab-page:', tabPageSchema);
export const loadingStates: SessionStore<LoadingState> = createSessionStore('loading:', loadingStateSchema);

/** Attempts at actions, by their id. */
export const actingStates: SessionStore<ActingState> = createSessionStore('acting:', actingStateSchema);
/** Windows that were opened for acting, by the id of their tab. */
export const actingWindows: SessionStore<ActingWindow> = createSessionStore(
  'acting-window:',
  actingWindowSchema,
);

/** The window in which somebody is to log in whose login is being added, by the id of its tab. */
export const addingWindows: SessionStore<AddingWindow> = createSessionStore(
  'adding-window:',
  addingWindowSchema,
);

/**
 * Firefox: containers that were made for accounts, by their id. In `storage.local` and unsealed, so that they can also be
 * removed while the accounts are locked, and those that nobody knows any more are found.
 */
export const madeContainers: SessionStore<MadeContainer> = createSessionStore(
  'account-container:',
  madeContainerSchema,
  'local',
);

/**
 * The sign that stops everything, under the one id `all`. It is the user who says that it is dealt with: neither a
 * pause nor the end of the tab in which it was given, of the browser or of this version takes it away, so it alone is in
 * `storage.local`.
 */
export const siteSigns: SessionStore<GivenSign> = createSessionStore('site-sign:', stopSignSchema, 'local');

/**
 * Tabs under saved logins, by their id. In `storage.local`: an update of the extension takes the rules that keep them apart
 * and what lies in memory, but not the tabs, whose pages still show somebody else's login.
 */
export const accountTabs: SessionStore<AccountTab> = createSessionStore(
  'account-tab:',
  accountTabSchema,
  'local',
);
