/** Remembers how many bytes each row takes, in four bytes each. */
export interface RowLengths {
  add(bytes: number): void;
  /** Where each row begins; one more entry at the end than there are rows. */
  toOffsets(): Float64Array;
}

export function createRowLengths(capacity = 1_024): RowLengths {
  let lengths = new Uint32Array(capacity);
  let count = 0;
  return {
    add(bytes) {
      if (count === lengths.length) {
        const grown = new Uint32Array(lengths.length * 2);
        grown.set(lengths);
        lengths = grown;
      }
      lengths[count] = bytes;
      count += 1;
    },
    toOffsets() {
      const offsets = new Float64Array(count + 1);
      for (let index = 0; index < count; index += 1) {
        offsets[index + 1] = (offsets[index] ?? 0) + (lengths[index] ?? 0);
      }
      return offsets;
    },
  };
}
