import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { endStaleAwake, keepAwake } from '../../../src/platform/worker/keep-awake';

const openAt = (origin: string) => {
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `${origin}${path}` });
};
const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);

/** A task that is over when told. */
function createTask() {
  let end: (value: string) => void = () => undefined;
  const over = new Promise<string>((resolve) => (end = resolve));
  return { run: () => over, end: () => end('over') };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('in Chromium the worker is kept awake', () => {
  const asked = vi.fn(() => Promise.resolve({}));
  beforeEach(() => {
    openAt('chrome-extension://abc');
    asked.mockClear();
    Object.assign(fakeBrowser.runtime, { getPlatformInfo: asked });
  });

  it('by a call of the browser every 20 s, while something is open and no longer', async () => {
    const [one, two] = [createTask(), createTask()];
    const kept = [keepAwake(one.run), keepAwake(two.run)];
    await vi.advanceTimersByTimeAsync(61_000);
    expect(asked).toHaveBeenCalledTimes(3);
    one.end();
    expect(await kept[0]).toBe('over');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveBeenCalledTimes(4);
    two.end();
    await kept[1];
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveBeenCalledTimes(4);
    expect(await alarms()).toEqual([]);
  });

  it('no longer when it fails', async () => {
    await expect(keepAwake(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('in Firefox the page is kept awake', () => {
  beforeEach(() => openAt('moz-extension://abc'));

  it('by an alarm every 20 s, since only what comes in counts', async () => {
    const task = createTask();
    const kept = keepAwake(task.run);
    await vi.advanceTimersByTimeAsync(1);
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ name: 'keep-awake', periodInMinutes: 1 / 3 }]);
    await endStaleAwake();
    expect(await alarms()).toEqual(['keep-awake']);
    task.end();
    await kept;
    expect(await alarms()).toEqual([]);
  });

  it('and not by what a page that died has left behind', async () => {
    await fakeBrowser.alarms.create('keep-awake', { periodInMinutes: 1 / 3 });
    await endStaleAwake();
    expect(await alarms()).toEqual([]);
  });
});
