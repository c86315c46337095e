import { gunzipSync, gzipSync } from 'node:zlib';

/** The lines of a backup, read without our code. */
export function readBackupLines(file: Uint8Array): unknown[] {
  const text = gunzipSync(file).toString('utf8');
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** A backup written by hand, as a version of the extension left it: its first line, rows, and a last line that fits. */
export function writeBackupByHand(
  header: Readonly<Record<string, unknown>>,
  rows: readonly (readonly [store: string, row: object, key?: string])[],
): Uint8Array {
  const stores: Record<string, number> = {};
  for (const [store] of rows) stores[store] = (stores[store] ?? 0) + 1;
  const begin = {
    product: 'hongshu-companion',
    format: 1,
    extensionVersion: '0.1.0',
    createdAt: 1,
    ...header,
  };
  const body = [{ stores, ...begin }, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
  const end = { end: true, rows: rows.length, stores, crc32: sumUp(Buffer.from(body)) };
  return gzipSync(`${body}${JSON.stringify(end)}\n`);
}

/** CRC-32 as gzip itself has it: bytes 4 to 8 from the end of a member, the lowest first (RFC 1952). */
function sumUp(bytes: Buffer): string {
  const packed = gzipSync(bytes);
  return packed
    .readUInt32LE(packed.length - 8)
    .toString(16)
    .padStart(8, '0');
}
