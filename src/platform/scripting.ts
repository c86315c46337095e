import { browser } from 'wxt/browser';

/**
 * Runs a self-contained function in the page's own world (top frame) and answers what it gave, JSON-safe. Nothing
 * stays in the page. Rejects when the browser keeps us out of the tab.
 */
export async function runInPage<Args extends (string | number | boolean)[], Value>(
  tabId: number,
  func: (...args: Args) => Value,
  args: Args,
): Promise<Awaited<Value> | undefined> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    world: 'MAIN',
    func,
    args,
  });
  // What gave `undefined` arrives as `null` in Chromium (measured, Chromium 156).
  return frame?.result ?? undefined;
}

/** Runs a script file of the extension in the isolated world of the tab's top frame. */
export async function injectScript(tabId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file as never] });
}
