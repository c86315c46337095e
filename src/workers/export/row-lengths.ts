/** Where rows stand that lie one behind the other, remembered in four bytes each. */
export interface RowLengths {
  add(bytes: number): void;
  /** Where this row begins; that of the number behind the last one is where all end. */
  startOf(row: number): number;
}

/** A place is remembered for every so many rows; from there lengths are summed up. */
const BLOCK = 32;

export function createRowLengths(): RowLengths {
  let lengths = new Uint32Array(32 * BLOCK);
  let blocks = new Float64Array(32 + 1);
  let count = 0;
  let end = 0;
  return {
    add(bytes) {
      if (count === lengths.length) {
        const [grown, grownBlocks] = [new Uint32Array(count * 2), new Float64Array((count * 2) / BLOCK + 1)];
        grown.set(lengths);
        grownBlocks.set(blocks);
        [lengths, blocks] = [grown, grownBlocks];
      }
      if (count % BLOCK === 0) blocks[count / BLOCK] = end;
      lengths[count] = bytes;
      count += 1;
      end += bytes;
    },
    startOf(row) {
      if (row >= count) return end;
      const block = Math.floor(row / BLOCK);
      let start = blocks[block] ?? 0;
      for (let before = block * BLOCK; before < row; before += 1) start += lengths[before] ?? 0;
      return start;
    },
  };
}
