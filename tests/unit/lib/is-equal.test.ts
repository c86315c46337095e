import { describe, expect, test } from 'vitest';
import { isEqual } from '../../../src/lib/is-equal';

describe('isEqual', () => {
  test.each([
    [1, 1],
    ['a', 'a'],
    [undefined, undefined],
    [
      { a: 1, b: { c: [1, 2], d: 'x' } },
      { b: { d: 'x', c: [1, 2] }, a: 1 },
    ],
    [{ a: undefined }, {}],
    [[], []],
  ])('%j says the same as %j', (one, other) => {
    expect(isEqual(one, other)).toBe(true);
    expect(isEqual(other, one)).toBe(true);
  });

  test.each([
    [1, 2],
    [1, '1'],
    [null, {}],
    [null, undefined],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, undefined]],
    [[], {}],
  ])('%j does not say the same as %j', (one, other) => {
    expect(isEqual(one, other)).toBe(false);
    expect(isEqual(other, one)).toBe(false);
  });
});
