import type { Pace } from './pause';

/**
 * Waits until `isReached` holds, looking again at every change below `root`, and whenever `listen` tells of something;
 * answers whether it did before the time was over or the signal aborted.
 */
export async function waitForChange(
  root: Node,
  isReached: () => boolean,
  limit: { timeoutMs: number; pace: Pace; signal: AbortSignal },
  listen?: (onNews: () => void) => () => void,
): Promise<boolean> {
  if (isReached()) return true;
  const done = new AbortController();
  const stop = (): void => done.abort();
  const look = (): void => {
    if (isReached()) stop();
  };
  const changes = new MutationObserver(look);
  const unlisten = listen?.(look);
  limit.signal.addEventListener('abort', stop);
  changes.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  await limit.pace.wait(limit.timeoutMs, done.signal);
  changes.disconnect();
  unlisten?.();
  limit.signal.removeEventListener('abort', stop);
  return isReached();
}
