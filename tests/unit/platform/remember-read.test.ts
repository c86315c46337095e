import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import {
  clearArea,
  readArea,
  rememberRead,
  removeFromArea,
  writeArea,
} from '../../../src/platform/storage-area';

beforeEach(() => fakeBrowser.reset());

/** Reads `key` of `local`, and counts how often that is done. */
function createReading() {
  const reading = { count: 0, read: () => Promise.resolve<unknown>(undefined) };
  reading.read = rememberRead(() => {
    reading.count += 1;
    return readArea('local', 'key');
  }, ['key']);
  return reading;
}

describe('what is remembered of an area', () => {
  it('is read once, by however many at a time', async () => {
    await writeArea('local', 'key', 1);
    const reading = createReading();
    expect(await Promise.all([reading.read(), reading.read()])).toEqual([1, 1]);
    await writeArea('local', 'other', 2);
    expect(await reading.read()).toBe(1);
    expect(reading.count).toBe(1);
  });

  it.each([
    ['written', () => writeArea('local', 'key', 2), 2],
    ['removed', () => removeFromArea('local', ['other', 'key']), undefined],
    ['cleared', () => clearArea('local'), undefined],
  ])('is read anew after it was %s', async (_what, change, then) => {
    await writeArea('local', 'key', 1);
    const { read } = createReading();
    expect(await read()).toBe(1);
    await change();
    expect(await read()).toBe(then);
  });

  it('is not what was there before, when it is asked for while it is being written', async () => {
    await writeArea('local', 'key', 1);
    const { read } = createReading();
    const writing = writeArea('local', 'key', 2);
    await read();
    await writing;
    expect(await read()).toBe(2);
  });

  it('is tried again where it could not be read', async () => {
    let isBroken = true;
    const read = rememberRead(
      () => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve('whole')),
      ['key'],
    );
    await expect(read()).rejects.toThrow('broken');
    isBroken = false;
    expect(await read()).toBe('whole');
  });
});
