import type { Page } from 'playwright-core';

/** Watches the heap of the dedicated workers that a page starts. */
export interface HeapWatch {
  /** The most that any of them held so far, in bytes: objects and the memory behind typed arrays, with garbage unless it is collected. */
  peak(): number;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20;
/** Collecting takes as long itself. */
const COLLECT_EVERY_MS = 200;

/**
 * `collecting`: garbage is collected before each look, so that only what cannot be let go is counted; how long it lies
 * about is up to the browser. Not while times are measured.
 */
export async function watchWorkerHeaps(
  page: Page,
  { collecting }: { readonly collecting: boolean },
): Promise<HeapWatch> {
  const session = await page.context().newCDPSession(page);
  const workers = new Set<string>();
  const busy = new Set<string>();
  let peak = 0;
  let lastId = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { result } = JSON.parse(message) as { result?: { usedSize?: number; backingStorageSize?: number } };
    if (result?.usedSize !== undefined) busy.delete(sessionId);
    peak = Math.max(peak, (result?.usedSize ?? 0) + (result?.backingStorageSize ?? 0));
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const timer = setInterval(
    () => {
      for (const sessionId of workers) {
        // One look at a time: a worker that is busy is not asked again.
        if (busy.has(sessionId)) continue;
        busy.add(sessionId);
        for (const method of [
          ...(collecting ? ['HeapProfiler.collectGarbage'] : []),
          'Runtime.getHeapUsage',
        ]) {
          lastId += 1;
          const message = JSON.stringify({ id: lastId, method });
          // A worker may end between two looks.
          session
            .send('Target.sendMessageToTarget', { sessionId, message })
            .catch(() => workers.delete(sessionId));
        }
      }
    },
    collecting ? COLLECT_EVERY_MS : LOOK_EVERY_MS,
  );
  return {
    peak: () => peak,
    async stop() {
      clearInterval(timer);
      await session.detach();
    },
  };
}
