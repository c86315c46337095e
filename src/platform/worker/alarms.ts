import { browser } from 'wxt/browser';

/**
 * Sets a repeating alarm unless it is there already. Alarms are lost when Firefox restarts (measured, Firefox 153), so
 * this is called at every start of the worker.
 */
export async function keepAlarm(name: string, periodMinutes: number): Promise<void> {
  const existing = await browser.alarms.get(name);
  if (existing?.periodInMinutes !== periodMinutes) {
    await browser.alarms.create(name, {
      delayInMinutes: Math.min(1, periodMinutes),
      periodInMinutes: periodMinutes,
    });
  }
}

/** One ring at this time (epoch ms) or soon after: a packed extension is woken 30 s from now at the earliest. */
export async function setAlarm(name: string, at: number): Promise<void> {
  await browser.alarms.create(name, { when: at });
}

export async function dropAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}
