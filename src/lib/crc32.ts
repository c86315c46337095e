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
      for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    },
    toText: () => ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0'),
  };
}
