import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdShortFile } from '../../../../src/workers/export/hold-short-file';
import { createRowLengths } from '../../../../src/workers/export/row-lengths';
import { createMemoryFile } from './memory-file';

it('knows where every row begins, also of thousands, and of rows without a byte', () => {
  const lengths = createRowLengths();
  const starts = [0];
  for (let row = 0; row < 5_000; row += 1) {
    const bytes = (row * 7_919) % 13;
    lengths.add(bytes);
    starts.push((starts[row] ?? 0) + bytes);
  }
  expect(starts.map((_start, row) => lengths.startOf(row))).toEqual(starts);
});

it('holds a short file in memory and a longer one on the disk, and gives back what was written, wherever it is asked', () => {
  const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 30 });
  fc.assert(
    fc.property(pieces, fc.nat(300), fc.nat(600), fc.nat(200), (written, most, at, length) => {
      const disk = createMemoryFile();
      const file = holdShortFile(disk, most);
      let size = 0;
      for (const piece of written) {
        expect(file.write(piece, { at: size })).toBe(piece.length);
        size += piece.length;
      }
      const whole = written.flatMap((piece) => [...piece]);
      const from = Math.min(at, size);
      const into = new Uint8Array(Math.min(length, size - from));
      expect(file.read(into, { at: from })).toBe(into.length);
      expect([...into]).toEqual(whole.slice(from, from + into.length));
    }),
    { numRuns: 300 },
  );
});
