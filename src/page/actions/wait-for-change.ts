import type { Pace } from './pause';

/**
 * Waits until `isReached` holds, looking again at every change below `root`; answers whether it did before the time was
 * over or the signal aborted.
 */
export async function waitForChange(
  root: Node,
  isReached: () => boolean,
  limit: { timeoutMs: number; pace: Pace; signal: AbortSignal },
): Promise<boolean> {
  if (isReached()) return true;
  const done = new AbortController();
  const stop = (): void => done.abort();
  const changes = new MutationObserver(() => {
    if (isReached()) stop();
  });
  limit.signal.addEventListener('abort', stop);
  changes.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  await limit.pace.wait(limit.timeoutMs, done.signal);
  changes.disconnect();
  limit.signal.removeEventListener('abort', stop);
  return isReached();
}
