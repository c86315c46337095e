import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MOST_AT_ONCE = 1 << 20;
/** What others give back is taken as soon as this, ms. */
const EVERY_MS = 20;

export const findRoom = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Fills the disk of a folder until that many bytes are left, and keeps it so; what is answered makes room again. */
export function fillDisk(folder: string, leftBytes: number): () => void {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  const fillUp = () => {
    for (;;) {
      const over = findRoom(folder) - leftBytes;
      if (over <= 0) return;
      writeSync(file, Buffer.alloc(Math.min(over, MOST_AT_ONCE), 1));
    }
  };
  fillUp();
  const timer = setInterval(fillUp, EVERY_MS);
  return () => {
    clearInterval(timer);
    closeSync(file);
    rmSync(path);
  };
}
