/** What a database is opened with: its log is written anew, and the one before (4 MB at most) packed into a table. */
const PROBE_BYTES = 8 * 1024 * 1024;
const PROBE = 'disk-probe';

/**
 * Whether the disk has no room for a file of some megabytes. Chromium ends the connection to a database that it cannot write any
 * more, and cannot open it until there is room again, but does not say why ("Connection is closing because of: IO error",
 * "Internal error opening backing store"; measured, Chromium 156, 2026-11); a file of its own it refuses with
 * `QuotaExceededError`. Where that cannot be tried, the answer is no.
 */
export async function isDiskFull(): Promise<boolean> {
  if (typeof navigator.storage?.getDirectory !== 'function') return false;
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle(PROBE, { create: true });
    const writer = await file.createWritable();
    await writer.write(new Uint8Array(PROBE_BYTES));
    await writer.close();
    await folder.removeEntry(PROBE);
    return false;
  } catch (thrown) {
    return thrown instanceof Error && thrown.name === 'QuotaExceededError';
  }
}
