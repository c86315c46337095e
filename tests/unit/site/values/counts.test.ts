import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount } from '../../../../src/site/values/counts';

describe('parseCount', () => {
  it.each([
    ['0', 0, false],
    ['9999', 9_999, false],
    ['1,234', 1_234, false],
    ['1.2万', 12_000, true],
    ['10.3万', 103_000, true],
    ['1.1万', 11_000, true],
    ['123万', 1_230_000, true],
    ['999万+', 9_990_000, true],
    ['1.5亿', 150_000_000, true],
    ['10+', 10, true],
    ['1千+', 1_000, true],
    ['2.1w', 21_000, true],
    ['2.1W', 21_000, true],
    ['1.2K', 1_200, true],
    [' 12 ', 12, false],
    ['赞', 0, false],
    ['收藏', 0, false],
    ['评论', 0, false],
    ['回复', 0, false],
  ])('reads %s as %d', (raw, value, approximate) => {
    expect(parseCount(raw)).toEqual({ raw, value, approximate });
  });

  it('takes numbers as they are', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(parseCount(value)).toEqual({ raw: String(value), value, approximate: false });
        expect(parseCount(String(value))?.value).toBe(value);
      }),
    );
  });

  it.each([
    '',
    '一',
    '-1',
    '1.5',
    '12abc',
    '1,23',
    '<b>1</b>',
    '9'.repeat(30),
    '99999999999999999999亿',
    '1e5',
    '+',
    '万',
  ])('finds no count in %j', (raw) => {
    expect(parseCount(raw)).toBeUndefined();
  });

  it.each([undefined, null, -1, 1.5, NaN, Infinity, {}, [], true])('finds no count in %s', (raw) => {
    expect(parseCount(raw)).toBeUndefined();
  });
});
