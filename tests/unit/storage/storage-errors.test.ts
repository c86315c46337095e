import { afterEach, describe, expect, it, vi } from 'vitest';
import { findStorageError } from '../../../src/storage/storage-errors';

afterEach(() => vi.unstubAllGlobals());

const named = (name: string, message = '') => new DOMException(message, name);

/** What Chromium 156 throws when a disk has not one byte left (measured, 2026-11). */
const ENDED = named('UnknownError', 'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE');
const NOT_OPENED = named('UnknownError', 'Internal error opening backing store for indexedDB.open.');

/** A browser that refuses files in this way, or takes them. */
function stubDisk(refusal?: DOMException): string[] {
  const done: string[] = [];
  const writer = {
    write: async (bytes: Uint8Array) => {
      done.push(`write ${bytes.length >= 1 << 20 ? 'megabytes' : 'little'}`);
      if (refusal) throw refusal;
    },
    close: async () => undefined,
  };
  const folder = {
    getFileHandle: async () => ({ createWritable: async () => writer }),
    removeEntry: async () => void done.push('remove'),
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
  return done;
}

describe('an error without a reason', () => {
  it.each([ENDED, NOT_OPENED, named('AbortError')])(
    'is a full disk where no file fits: %s',
    async (thrown) => {
      stubDisk(named('QuotaExceededError'));
      expect(await findStorageError(thrown)).toMatchObject({ code: 'storage-full' });
    },
  );

  it('stays what it is where a file fits, which is not left behind', async () => {
    const done = stubDisk();
    expect(await findStorageError(NOT_OPENED)).toBe(NOT_OPENED);
    expect(done).toEqual(['write megabytes', 'remove']);
  });

  it('stays what it is where the file fails otherwise, or none can be tried', async () => {
    stubDisk(named('NotAllowedError'));
    expect(await findStorageError(NOT_OPENED)).toBe(NOT_OPENED);
    vi.stubGlobal('navigator', {});
    expect(await findStorageError(NOT_OPENED)).toBe(NOT_OPENED);
  });

  it('is not looked into where the browser says it', async () => {
    const done = stubDisk();
    expect(await findStorageError(named('QuotaExceededError'))).toMatchObject({ code: 'storage-full' });
    expect(await findStorageError(named('VersionError'))).toMatchObject({ code: 'database-blocked' });
    expect(done).toEqual([]);
  });
});
