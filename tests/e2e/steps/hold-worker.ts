import type { BrowserContext, Worker } from 'playwright-core';
import { waitFor } from '../../support/wait-for';

/** What a worker changes of the browser, as far as these steps watch it. */
const CHANGES = ['cookies.set', 'cookies.remove', 'windows.create', 'windows.remove', 'tabs.remove'];

/** Counts what the worker changes; at the one that is asked for it stops for good, before it or as soon as it is made. */
const WATCH = `(({ point, when, changes }) => {
  const forever = new Promise(() => undefined);
  let made = 0;
  globalThis.heldAt = '';
  const watch = (owner, name, what) => {
    // Both names of the browser's interfaces may lead to the same one.
    if (owner[name].isWatched) return;
    const original = owner[name].bind(owner);
    owner[name] = async (...args) => {
      made += 1;
      const isPoint = made === point;
      if (isPoint) globalThis.heldAt = when + ' ' + what;
      if (isPoint && when === 'before') return forever;
      const value = await original(...args);
      return isPoint ? forever : value;
    };
    owner[name].isWatched = true;
  };
  for (const root of new Set([globalThis.browser, globalThis.chrome])) {
    if (!root?.cookies) continue;
    for (const what of changes) watch(root[what.split('.')[0]], what.split('.')[1], what);
    watch(root.storage.local, 'set', 'storage.local.set');
  }
})`;

export interface HeldWorker {
  /** Where it stands still; empty: it has not come to that point. */
  readHeld(): Promise<string>;
}

/** Has the worker that lives now stop at its so-many-th change of the browser from now on. */
export async function holdWorkerAt(
  context: BrowserContext,
  extensionId: string,
  at: { readonly point: number; readonly when: 'before' | 'after' },
): Promise<HeldWorker> {
  const worker = await findLivingWorker(context, extensionId);
  await worker.evaluate(`${WATCH}(${JSON.stringify({ ...at, changes: CHANGES })})`);
  return { readHeld: () => worker.evaluate<string>('globalThis.heldAt') };
}

/** The driver may still list one that was killed: it answers nothing any more. */
const findLivingWorker = (context: BrowserContext, extensionId: string): Promise<Worker> =>
  waitFor(
    async () => {
      for (const worker of context.serviceWorkers().reverse()) {
        if (new URL(worker.url()).host !== extensionId) continue;
        const answer = await worker.evaluate('1').catch(() => undefined);
        if (answer === 1) return worker;
      }
      return undefined;
    },
    { what: 'the worker to be there', timeoutMs: 20_000 },
  );
