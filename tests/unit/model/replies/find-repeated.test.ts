import { describe, expect, it } from 'vitest';
import { findRepeated } from '../../../../src/model/replies/find-repeated';

describe('findRepeated', () => {
  it('names words that go to three or more, whatever signs stand around them', () => {
    expect(findRepeated(['谢谢！', '谢谢', ' 谢谢 ~', '不客气', '不客气'])).toEqual([
      { text: '谢谢！', count: 3 },
    ]);
  });

  it('takes different words for different, and nothing for nothing', () => {
    expect(findRepeated(['a1', 'a2', 'a3', '', ' ', '!!'])).toEqual([]);
  });

  it('puts the most repeated first', () => {
    const texts = ['x y', 'X  y', 'x\ny', 'z', 'z', 'z', 'z'];
    expect(findRepeated(texts).map(({ count }) => count)).toEqual([4, 3]);
  });
});
