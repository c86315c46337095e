/** The checksum of gzip and zip (CRC-32, ISO 3309), built up piece by piece. It finds damage, not forgery. */
export interface Crc32 {
  add(bytes: Uint8Array): void;
  /** Eight hex digits. */
  toText(): string;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function createCrc32(): Crc32 {
  let value = 0xffffffff;
  return {
    add(bytes) {
      let sum = value;
      // A loop over numbers: an iterator takes twice as long.
      for (let index = 0; index < bytes.length; index += 1)
        sum = (TABLE[(sum ^ (bytes[index] as number)) & 0xff] as number) ^ (sum >>> 8);
      value = sum;
    },
    toText: () => ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0'),
  };
}
