import { expect, it } from 'vitest';
import { readAhead } from '../../../src/lib/read-ahead';

async function* count(upTo: number, asked: number[], failAt = Infinity) {
  for (let number = 1; number <= upTo; number += 1) {
    asked.push(number);
    if (number === failAt) throw new Error(`no ${number}`);
    yield number;
  }
}

it('gives the same items, each asked for one ahead', async () => {
  const asked: number[] = [];
  const seen: [number, number][] = [];
  for await (const item of readAhead(count(4, asked))) {
    await Promise.resolve();
    seen.push([item, asked.length]);
  }
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
  ]);
});

it('fails where the source fails, after what came before', async () => {
  const seen: number[] = [];
  const reading = (async () => {
    for await (const item of readAhead(count(4, [], 3))) seen.push(item);
  })();
  await expect(reading).rejects.toThrow('no 3');
  expect(seen).toEqual([1, 2]);
});

it('lets go of the source when its reader stops', async () => {
  let isReleased = false;
  async function* source() {
    try {
      yield 1;
      yield 2;
      yield 3;
    } finally {
      isReleased = true;
    }
  }
  for await (const item of readAhead(source())) if (item === 1) break;
  expect(isReleased).toBe(true);
});
