/**
 * UTF-8 put together piece by piece in one buffer, which every line uses again: no text is joined and encoded, and
 * nothing is left behind for the collector.
 */
export interface ByteLine {
  /** Begins a new line; the one before is still there for `again`. */
  begin(): void;
  /** Bytes of the line so far. */
  length(): number;
  /** Appends what stands there in the line before. */
  again(from: number, to: number): void;
  /** Appends bytes as they are. */
  bytes(piece: Uint8Array): void;
  /** Appends a text; halves of surrogate pairs become U+FFFD, as `TextEncoder` has it. */
  text(text: string): void;
  /** Appends a text as a string of JSON with its quotes, as `JSON.stringify` writes it. */
  jsonString(text: string): void;
  /** The line so far; only until the next call. */
  view(): Uint8Array;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** So few bytes are copied faster by a loop than by a call. */
const SHORT = 64;
/** No unit of a text takes more within a string of JSON: `\u0000`. */
const MOST_BYTES = 6;

export function createByteLine(): ByteLine {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(4_096);
  let before = new Uint8Array(4_096);
  let filled = 0;
  const makeRoom = (bytes: number) => {
    if (filled + bytes <= buffer.length) return;
    const grown = new Uint8Array((filled + bytes) * 2);
    grown.set(buffer.subarray(0, filled));
    buffer = grown;
  };
  return {
    begin() {
      [before, buffer] = [buffer, before];
      filled = 0;
    },
    length: () => filled,
    again(from, to) {
      const size = to - from;
      makeRoom(size);
      if (size > SHORT) buffer.set(before.subarray(from, to), filled);
      else
        for (let index = 0; index < size; index += 1) buffer[filled + index] = before[from + index] as number;
      filled += size;
    },
    bytes(piece) {
      makeRoom(piece.length);
      const into = buffer;
      const at = filled;
      // Pieces are short.
      for (let index = 0; index < piece.length; index += 1) into[at + index] = piece[index] as number;
      filled = at + piece.length;
    },
    text(text) {
      // UTF-8 takes at most three bytes for each unit of a JavaScript string.
      makeRoom(text.length * 3);
      filled += encoder.encodeInto(text, buffer.subarray(filled)).written;
    },
    jsonString(text) {
      makeRoom(text.length * MOST_BYTES + 2);
      filled = putJsonString(buffer, filled, text);
    },
    view: () => buffer.subarray(0, filled),
  };
}

/** Answers where the string ends. */
function putJsonString(into: Uint8Array, from: number, text: string): number {
  let at = from;
  into[at++] = QUOTE;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (unit >= 0x20 && unit !== QUOTE && unit !== BACKSLASH) into[at++] = unit;
      else at = putEscaped(into, at, unit);
    } else if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) {
      at = putPair(into, at, unit, text.charCodeAt(index + 1));
      index += 1;
    } else if (isHigh(unit) || isLow(unit)) at = putEscaped(into, at, unit);
    else at = putWide(into, at, unit);
  }
  into[at++] = QUOTE;
  return at;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
/** `NaN`, behind the end, is none. */
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** From U+0080 to U+FFFF. */
function putWide(into: Uint8Array, from: number, unit: number): number {
  let at = from;
  if (unit < 0x800) into[at++] = 0xc0 | (unit >> 6);
  else {
    into[at++] = 0xe0 | (unit >> 12);
    into[at++] = 0x80 | ((unit >> 6) & 0x3f);
  }
  into[at++] = 0x80 | (unit & 0x3f);
  return at;
}

function putPair(into: Uint8Array, at: number, high: number, low: number): number {
  const point = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  into[at] = 0xf0 | (point >> 18);
  into[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  into[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  into[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}

/** `\n`, `\"`, `\u001f`, `\ud83d`: the browser itself knows how it writes one. */
function putEscaped(into: Uint8Array, from: number, unit: number): number {
  const escaped = JSON.stringify(String.fromCharCode(unit));
  let at = from;
  for (let index = 1; index < escaped.length - 1; index += 1) into[at++] = escaped.charCodeAt(index);
  return at;
}
