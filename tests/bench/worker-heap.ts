import type { Page } from 'playwright-core';

/** Watches the heap of the dedicated workers that a page starts. */
export interface HeapWatch {
  /** The most that any of them used so far, in bytes: objects and the memory behind typed arrays. */
  peak(): number;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20;

export async function watchWorkerHeaps(page: Page): Promise<HeapWatch> {
  const session = await page.context().newCDPSession(page);
  const workers = new Set<string>();
  let peak = 0;
  let lastId = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { result } = JSON.parse(message) as { result?: { usedSize?: number; backingStorageSize?: number } };
    peak = Math.max(peak, (result?.usedSize ?? 0) + (result?.backingStorageSize ?? 0));
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const timer = setInterval(() => {
    for (const sessionId of workers) {
      lastId += 1;
      const message = JSON.stringify({ id: lastId, method: 'Runtime.getHeapUsage' });
      // A worker may end between two looks.
      session
        .send('Target.sendMessageToTarget', { sessionId, message })
        .catch(() => workers.delete(sessionId));
    }
  }, LOOK_EVERY_MS);
  return {
    peak: () => peak,
    async stop() {
      clearInterval(timer);
      await session.detach();
    },
  };
}
