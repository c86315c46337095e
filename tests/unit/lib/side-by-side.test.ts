import { describe, expect, it } from 'vitest';
import { createSideBySide } from '../../../src/lib/side-by-side';

/** A source whose items come when they are let go. */
function createSource(items: readonly string[]) {
  const gates: (() => void)[] = [];
  let asked = 0;
  let isEnded = false;
  return {
    asked: () => asked,
    isEnded: () => isEnded,
    letGo: () => gates.shift()?.(),
    async *read() {
      try {
        for (const item of items) {
          asked += 1;
          await new Promise<void>((resolve) => gates.push(resolve));
          if (item === 'broken') throw new Error(item);
          yield item;
        }
      } finally {
        isEnded = true;
      }
    },
  };
}

describe('sources read side by side', () => {
  it('give what comes first, each one item ahead at most, and no more of them at once than allowed', async () => {
    const lists = createSideBySide<string, string>(2);
    const [a, b, c] = [createSource(['a1', 'a2']), createSource(['b1']), createSource(['c1'])];
    lists.add('a', a.read);
    lists.add('b', b.read);
    lists.add('c', c.read);
    const first = lists.next();
    expect([a.asked(), b.asked(), c.asked()]).toEqual([1, 1, 0]);
    b.letGo();
    expect(await first).toEqual({ source: 'b', item: 'b1' });
    expect(await lists.next()).toEqual({ source: 'b', isOver: true });
    const second = lists.next();
    expect([a.asked(), c.asked()]).toEqual([1, 1]);
    a.letGo();
    expect(await second).toEqual({ source: 'a', item: 'a1' });
    expect(a.asked()).toBe(2);
  });

  it('go on when one fails, and are over when all are', async () => {
    const lists = createSideBySide<string, string>(2);
    const [a, b] = [createSource(['broken']), createSource(['b1'])];
    lists.add('a', a.read);
    lists.add('b', b.read);
    const given = [];
    for (;;) {
      const asked = lists.next();
      a.letGo();
      b.letGo();
      const next = await asked;
      if (!next) break;
      given.push(next);
    }
    expect(given).toContainEqual({ source: 'a', failure: new Error('broken') });
    expect(given).toContainEqual({ source: 'b', item: 'b1' });
  });

  it('begin no further one once closed', async () => {
    const lists = createSideBySide<string, string>(1);
    const [a, b] = [createSource(['a1']), createSource(['b1'])];
    lists.add('a', a.read);
    lists.add('b', b.read);
    const asked = lists.next();
    a.letGo();
    await asked;
    lists.close();
    expect(await lists.next()).toEqual({ source: 'a', isOver: true });
    expect(await lists.next()).toBeUndefined();
    expect(b.asked()).toBe(0);
  });

  it('are ended together', async () => {
    const lists = createSideBySide<string, string>(2);
    const sources = [createSource(['1', '2']), createSource(['3', '4'])];
    for (const source of sources) lists.add('x', source.read);
    const asked = lists.next();
    sources[0]?.letGo();
    await asked;
    const ended = lists.end();
    for (const source of sources) source.letGo();
    await ended;
    expect(sources.map((source) => source.isEnded())).toEqual([true, true]);
  });
});
