import type { SyncFile } from './export-files';

const BUFFER_BYTES = 1 << 20;

/** Appends texts and bytes to a file through a buffer of a megabyte. A disk that is full throws the browser's error. */
export interface TextFile {
  /** Writes a text as UTF-8 and answers its length in bytes. */
  append(text: string): number;
  /** Writes bytes; they are copied before it returns. */
  put(bytes: Uint8Array): void;
  /** Copies `length` bytes from another file. */
  copy(from: SyncFile, at: number, length: number): void;
  /**
   * Writes out what the buffer still holds; answers the size of the file in bytes. The disk is not waited for: what must
   * outlive the machine is the copy in the user's downloads, and an export that broke off begins anew.
   */
  finish(): number;
}

export function createTextFile(file: SyncFile): TextFile {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(BUFFER_BYTES);
  let filled = 0;
  let size = 0;
  const writeOut = () => {
    let from = 0;
    while (from < filled) {
      const moved = file.write(buffer.subarray(from, filled), { at: size });
      if (moved <= 0) throw new DOMException('The file takes no more bytes.', 'QuotaExceededError');
      from += moved;
      size += moved;
    }
    filled = 0;
  };
  const makeRoom = (bytes: number) => {
    if (filled + bytes <= buffer.length) return;
    writeOut();
    if (bytes > buffer.length) buffer = new Uint8Array(bytes);
  };
  return {
    append(text) {
      // UTF-8 takes at most three bytes for each unit of a JavaScript string.
      makeRoom(text.length * 3);
      const { written } = encoder.encodeInto(text, buffer.subarray(filled));
      filled += written;
      return written;
    },
    put(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, filled);
      filled += bytes.length;
    },
    copy(from, at, length) {
      makeRoom(length);
      const moved = from.read(buffer.subarray(filled, filled + length), { at });
      if (moved !== length) throw new Error(`Read ${moved} of ${length} bytes.`);
      filled += length;
    },
    finish() {
      writeOut();
      return size;
    },
  };
}
