import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/lib/fingerprint';

describe('a fingerprint', () => {
  // The published test vectors of FNV-1a, 64 bits.
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of %j is %s', (text, expected) => {
    expect(fingerprint(text)).toBe(expected);
  });
});
