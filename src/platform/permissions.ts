import { browser } from 'wxt/browser';

/** Whether the browser lets us on all of these hosts now; users may take it back at any time. */
export function hasAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/**
 * As `hasAccess`, where it is asked many times a second: a yes is remembered until the browser tells that something was
 * taken. Attaches a listener, so it must be made in the background's first turn.
 */
export function createAccessReader(): typeof hasAccess {
  let given = new Set<string>();
  onAccessTaken(() => (given = new Set()));
  return async (origins) => {
    const name = origins.join(' ');
    // Taken while the browser is asked, it is a yes of before.
    const known = given;
    if (known.has(name)) return true;
    const isGiven = await hasAccess(origins);
    if (isGiven) known.add(name);
    return isGiven;
  };
}

/** Asks the user. Must be the first statement of a click handler; nothing may be awaited before it. */
export function requestAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** The user gave access to further hosts. */
export function onAccessGiven(listener: () => void, signal?: AbortSignal): void {
  const onAdded = () => listener();
  browser.permissions.onAdded.addListener(onAdded);
  signal?.addEventListener('abort', () => browser.permissions.onAdded.removeListener(onAdded), {
    once: true,
  });
}

/** The user, or the browser, took access to hosts away. */
export function onAccessTaken(listener: () => void): void {
  browser.permissions.onRemoved.addListener(() => listener());
}
