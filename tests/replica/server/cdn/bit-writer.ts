/** Writes bits and the Exp-Golomb numbers of H.264 headers (ITU-T H.264, clause 9.1). */
export interface BitWriter {
  bits(value: number, count: number): void;
  unsigned(value: number): void;
  signed(value: number): void;
  /** Zero bits up to the next byte. */
  align(): void;
  bytes(content: Uint8Array): void;
  /** A stop bit, then the bytes with emulation prevention, without start code. */
  finish(): Buffer;
}

export function createBitWriter(): BitWriter {
  const out: number[] = [];
  let current = 0;
  let filled = 0;
  const bit = (value: number): void => {
    current = (current << 1) | (value & 1);
    filled += 1;
    if (filled === 8) {
      out.push(current);
      current = 0;
      filled = 0;
    }
  };
  const bits = (value: number, count: number): void => {
    for (let index = count - 1; index >= 0; index -= 1) bit(value >>> index);
  };
  const align = (): void => {
    while (filled !== 0) bit(0);
  };
  const unsigned = (value: number): void => {
    const length = 32 - Math.clz32(value + 1);
    bits(0, length - 1);
    bits(value + 1, length);
  };
  return {
    bits,
    unsigned,
    signed: (value) => {
      unsigned(value > 0 ? 2 * value - 1 : -2 * value);
    },
    align,
    bytes: (content) => {
      for (const byte of content) bits(byte, 8);
    },
    finish: () => {
      bit(1);
      align();
      return preventEmulation(out);
    },
  };
}

/** After two zero bytes, a byte below four is preceded by a three (ITU-T H.264, clause 7.4.1). */
function preventEmulation(bytes: readonly number[]): Buffer {
  const safe: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      safe.push(3);
      zeros = 0;
    }
    safe.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(safe);
}
