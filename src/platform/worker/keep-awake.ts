import { browser } from 'wxt/browser';
import { toExtensionUrl } from '../runtime';

/**
 * Chromium ends a worker after 30 s without a call of an extension API, Firefox an event page after 30 s without an
 * incoming event, whatever is under way (measured, Chromium 156, Firefox 153).
 */
const EVERY_MS = 20_000;
const ALARM = 'keep-awake';

let open = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the background alive while the task is under way, and no longer. */
export async function keepAwake<Value>(task: () => Promise<Value>): Promise<Value> {
  open += 1;
  if (open === 1) await begin();
  try {
    return await task();
  } finally {
    open -= 1;
    if (open === 0) await end();
  }
}

/** At the start of a worker: one that died in the middle of a call has left its alarm behind. */
export async function endStaleAwake(): Promise<void> {
  if (open === 0 && wantsEvents()) await browser.alarms.clear(ALARM);
}

const wantsEvents = (): boolean => toExtensionUrl('/').startsWith('moz-extension:');

async function begin(): Promise<void> {
  if (wantsEvents()) {
    const minutes = EVERY_MS / 60_000;
    await browser.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: minutes });
    return;
  }
  clearInterval(timer);
  // What it answers does not matter, nor that it fails while the extension is being replaced.
  timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), EVERY_MS);
}

async function end(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  if (wantsEvents()) await browser.alarms.clear(ALARM);
}
