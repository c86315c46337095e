import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, needsGuard, restoreCell } from '../../../src/export/spreadsheet-guard';

describe('guardCell', () => {
  it.each([
    '=1+1',
    '+86 138',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
    '\r=1',
    '\nword',
    '\tword',
    '   =cmd',
    '\u200b=1',
    '\u202e=1',
    '\ufeff=1',
    '\u3000@x',
    "'already",
  ])('guards the formula start of %j', (text) => {
    expect(guardCell(text).startsWith("'")).toBe(true);
  });

  it.each([
    '612345678901234567890123',
    '5e1200000000000000000001',
    '000123',
    '1e5',
    '2025-05-01',
    '3/4',
    '1-2',
    '12:30',
    '100%',
    '¥99',
    '1,000',
    '1.50',
    '(5)',
    'TRUE',
    'false',
    'MARCH1',
    'May 5',
    '3-Jan',
    '5月1日',
    '123456789012',
    '#N/A',
  ])('keeps %j a text', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    '666',
    '0',
    '12345678901',
    '好看',
    '1.2万',
    '10+',
    '2025年真好',
    '[哭惹R]',
    'maybe',
    'may I ask',
    '64f00000000000000000abcd',
    'a=b',
    '不错 - 喜欢',
    '1楼',
  ])('leaves %j alone', (text) => {
    expect(guardCell(text)).toBe(text);
  });

  it('writes null characters so that a spreadsheet survives them', () => {
    expect(guardCell('a\0b')).toBe('a_x0000_b');
    expect(guardCell('a_x0000_b')).toBe('a_x005F_x0000_b');
    expect(guardCell('snake_xylophone')).toBe('snake_xylophone');
  });

  it('answers within moments for long texts made to be slow', () => {
    const began = performance.now();
    for (const text of [
      ' '.repeat(200_000) + 'x',
      '1 '.repeat(100_000) + 'x',
      '\0'.repeat(100_000),
      "'".repeat(100_000),
    ]) {
      expect(restoreCell(guardCell(text))).toBe(text);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('restoreCell', () => {
  const piece = fc.constantFrom(
    "'",
    '=',
    '_',
    'x',
    '0000',
    '005F',
    '_x',
    '_x0000_',
    '_x005F_',
    '\0',
    '\t',
    '\r',
    '\n',
    ' ',
    '1',
    'e',
    '-',
    '＝',
    '好',
    '😀',
    '\u202e',
  );

  it('undoes the guard for every text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(restoreCell(guardCell(text))).toBe(text);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('leaves no guarded cell that a spreadsheet would still take for a formula', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1 }).map((all) => all.join('')),
        (text) => {
          const cell = guardCell(text);
          expect(cell.startsWith("'") || !needsGuard(cell)).toBe(true);
          expect(cell).not.toContain('\0');
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
