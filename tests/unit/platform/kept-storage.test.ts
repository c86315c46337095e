import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { askToKeepStorage, isStorageKept } from '../../../src/platform/kept-storage';

const storage = { persist: vi.fn<() => Promise<boolean>>(), persisted: vi.fn<() => Promise<boolean>>() };
const runAt = (origin: string) =>
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => `${origin}${path}`);

beforeEach(() => {
  vi.stubGlobal('navigator', { storage });
  storage.persisted.mockResolvedValue(false);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('storage', () => {
  it('is kept in Chromium, which exempts the extension, and in Firefox once that was promised', async () => {
    runAt('chrome-extension://abc');
    expect(await isStorageKept()).toBe(true);
    runAt('moz-extension://abc');
    expect(await isStorageKept()).toBe(false);
    storage.persisted.mockResolvedValue(true);
    expect(await isStorageKept()).toBe(true);
  });

  it('is not kept by a browser that fails to answer', async () => {
    storage.persist.mockRejectedValue(new TypeError('no shelf'));
    expect(await askToKeepStorage()).toBe(false);
    storage.persist.mockResolvedValue(true);
    expect(await askToKeepStorage()).toBe(true);
  });
});
