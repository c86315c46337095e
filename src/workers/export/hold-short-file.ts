import type { SyncFile } from './export-files';

/**
 * The same file, kept in memory instead of on the disk as long as it is no longer than `most` bytes: what is read again in
 * another order is read there at once. A longer one is on the disk, from its beginning on. It begins empty.
 */
export function holdShortFile(file: SyncFile, most: number): SyncFile {
  /** `undefined`: the file has grown too long for that. */
  let held: Uint8Array | undefined = new Uint8Array(0);
  let end = 0;
  const makeRoom = (bytes: number, before: Uint8Array): Uint8Array => {
    if (bytes <= before.length) return before;
    const grown = new Uint8Array(Math.min(most, Math.max(bytes, before.length * 2, 1 << 16)));
    grown.set(before);
    return grown;
  };
  const letGo = (): void => {
    if (held && end > 0) file.write(held.subarray(0, end), { at: 0 });
    held = undefined;
  };
  return {
    read(into, { at }) {
      if (!held) return file.read(into, { at });
      const part = held.subarray(at, Math.min(end, at + into.length));
      into.set(part);
      return part.length;
    },
    write(from, { at }) {
      const last = at + from.length;
      if (last > most) letGo();
      if (!held) return file.write(from, { at });
      held = makeRoom(last, held);
      held.set(from, at);
      end = Math.max(end, last);
      return from.length;
    },
    truncate: (size) => file.truncate(size),
    flush: () => file.flush(),
    close: () => file.close(),
  };
}
