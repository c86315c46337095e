import { afterEach, describe, expect, it, vi } from 'vitest';
import { findStorageError } from '../../../src/storage/storage-errors';

afterEach(() => vi.unstubAllGlobals());

const named = (name: string, message = '') => new DOMException(message, name);

/** What Chromium 156 throws when a disk has not one byte left (measured, 2026-11). */
const ENDED = named('UnknownError', 'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE');
const NOT_OPENED = named('UnknownError', 'Internal error opening backing store for indexedDB.open.');

/** A browser on a disk with so many bytes left. */
function stubDisk(room: number, protocol = 'chrome-extension:') {
  const estimate = vi.fn(async () => ({ usage: 5e6, quota: 5e6 + room }));
  vi.stubGlobal('navigator', { storage: { estimate } });
  vi.stubGlobal('location', { protocol });
  return estimate;
}

describe('an error without a reason', () => {
  it.each([ENDED, NOT_OPENED, named('AbortError')])(
    'is a full disk where hardly anything is left: %s',
    async (thrown) => {
      stubDisk(100_000);
      expect(await findStorageError(thrown)).toMatchObject({ code: 'storage-full' });
    },
  );

  it('stays what it is where there is room, or nobody can tell', async () => {
    stubDisk(100e6);
    expect(await findStorageError(NOT_OPENED)).toBe(NOT_OPENED);
    stubDisk(100_000, 'moz-extension:');
    expect(await findStorageError(NOT_OPENED)).toBe(NOT_OPENED);
  });

  it('is not looked into where the browser says it', async () => {
    const estimate = stubDisk(100e6);
    expect(await findStorageError(named('QuotaExceededError'))).toMatchObject({ code: 'storage-full' });
    expect(await findStorageError(named('VersionError'))).toMatchObject({ code: 'database-blocked' });
    expect(estimate).not.toHaveBeenCalled();
  });
});
