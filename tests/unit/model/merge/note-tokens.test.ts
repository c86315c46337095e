import { describe, expect, test } from 'vitest';
import { findUsableToken } from '../../../../src/model/merge/note-tokens';

const token = (
  xsecToken: string,
  seenAt: number,
  more: { xsecSource?: string; refusedAt?: number } = {},
) => ({
  xsecToken,
  from: 'url',
  seenAt,
  ...more,
});

describe('the token to open a note with', () => {
  test('is the newest one whose source is known, even an empty one', () => {
    const own = token('own', 30);
    const ofFeed = token('feed', 20, { xsecSource: '' });
    expect(findUsableToken([token('old', 10, { xsecSource: 'pc_feed' }), own, ofFeed])).toBe(ofFeed);
  });

  test('is one without a source rather than one that was refused', () => {
    const refused = token('refused', 30, { xsecSource: 'pc_feed', refusedAt: 40 });
    const own = token('own', 20);
    expect(findUsableToken([refused, own, token('older', 10)])).toBe(own);
    expect(findUsableToken([refused])).toBeUndefined();
    expect(findUsableToken([])).toBeUndefined();
  });
});
