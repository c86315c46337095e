import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE = '256m';

/**
 * Makes a disk of its own, small and in memory, which a test may fill to the last byte, and names its folder in
 * `SMALL_DISK_DIR`: from then on a test that is skipped for want of it fails the run. It is gone with the process. Where
 * none can be made (only root may, on Linux), it says so; a folder that is named already is used.
 */
export function prepareSmallDisk(): void {
  if (process.env['SMALL_DISK_DIR']) return;
  const skip = (reason: string) =>
    console.log(`[setup] Tests that fill a disk will be skipped: ${reason.trim()}`);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    skip('only root on Linux may make one.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const { status, error, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    rmdirSync(folder);
    skip(error?.message ?? stderr);
    return;
  }
  process.env['SMALL_DISK_DIR'] = folder;
  process.on('exit', () => {
    // A browser that has not quite ended yet keeps it; lazily, it goes with that browser.
    spawnSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  });
}
