import { describe, expect, it } from 'vitest';
import { createRefresher } from '../../../../src/ui/stores/create-refresher';

describe('createRefresher', () => {
  it('reads once at a time, and once more for all that was asked meanwhile', async () => {
    const ends: (() => void)[] = [];
    const refresh = createRefresher(() => new Promise((end) => ends.push(end)));
    const all = refresh();
    void refresh();
    void refresh();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await all;
    expect(ends).toHaveLength(2);
  });

  it('loses nothing that is asked for just as a reading ends', async () => {
    for (let turns = 0; turns < 8; turns += 1) {
      let stored = 'old';
      let seen = '';
      const refresh = createRefresher(async () => {
        seen = await Promise.resolve(stored);
      });
      void refresh();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      stored = 'new';
      await refresh();
      expect({ turns, seen }).toEqual({ turns, seen: 'new' });
    }
  });

  it('starts anew after a reading that failed', async () => {
    let fails = true;
    const refresh = createRefresher(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve()));
    await expect(refresh()).rejects.toThrow('no');
    fails = false;
    await expect(refresh()).resolves.toBeUndefined();
  });
});
