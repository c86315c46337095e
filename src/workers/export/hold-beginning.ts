import type { SyncFile } from './export-files';

/**
 * The same file, whose first bytes are kept in memory instead of on the disk: what is read again in another order is
 * read there at once. Never more than `most` bytes are held, however long the file is. It begins empty.
 */
export function holdBeginning(file: SyncFile, most: number): SyncFile {
  let held = new Uint8Array(0);
  const makeRoom = (bytes: number) => {
    if (bytes <= held.length) return;
    const grown = new Uint8Array(Math.min(most, Math.max(bytes, held.length * 2, 1 << 16)));
    grown.set(held);
    held = grown;
  };
  /** How many of the bytes from there on are held. */
  const countHeld = (at: number, length: number) => Math.max(0, Math.min(length, most - at));
  return {
    read(into, { at }) {
      const count = countHeld(at, into.length);
      if (count > 0) into.set(held.subarray(at, at + count));
      return count === into.length ? count : count + file.read(into.subarray(count), { at: at + count });
    },
    write(from, { at }) {
      const count = countHeld(at, from.length);
      if (count > 0) {
        makeRoom(at + count);
        held.set(from.subarray(0, count), at);
      }
      return count === from.length ? count : count + file.write(from.subarray(count), { at: at + count });
    },
    truncate: (size) => file.truncate(size),
    flush: () => file.flush(),
    close: () => file.close(),
  };
}
