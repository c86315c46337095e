import type { SyncFile } from '../../../../src/workers/export/export-files';

/** A file in memory with the behaviour of a sync access handle. */
export interface MemoryFile extends SyncFile {
  readonly isClosed: boolean;
  text(): string;
  bytes(): Uint8Array;
}

export function createMemoryFile(capacity = Infinity): MemoryFile {
  let bytes = new Uint8Array(0);
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    text: () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    bytes: () => bytes,
    read(into, { at }) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    write(from, { at }) {
      if (at + from.length > capacity) throw new DOMException('full', 'QuotaExceededError');
      if (at + from.length > bytes.length) {
        const grown = new Uint8Array(at + from.length);
        grown.set(bytes);
        bytes = grown;
      }
      bytes.set(from, at);
      return from.length;
    },
    truncate(size) {
      bytes = bytes.slice(0, size);
    },
    flush: () => undefined,
    close() {
      isClosed = true;
    },
  };
}
