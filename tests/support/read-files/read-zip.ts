import { crc32 } from 'node:zlib';

/** Name → content, in the order of the zip's directory. */
export type ZipContent = ReadonlyMap<string, Buffer>;

/**
 * Reads a zip whose files are stored, as the format's own description says (PKWARE APPNOTE 6.3.10), and throws where
 * anything in it disagrees: directory and local headers, sizes, checksums, names in UTF-8, bytes that belong to nobody.
 * No Zip64.
 */
export function readZip(zip: Buffer): ZipContent {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 + zip.readUInt16LE(end + 20) !== zip.length) throw new Error('No end of the zip.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (at + zip.readUInt32LE(end + 12) !== end)
    throw new Error('The directory is not where it is said to be.');
  const files = new Map<string, Buffer>();
  let expectedAt = 0;
  for (let index = 0; index < count; index += 1) {
    expect(zip.readUInt32LE(at), 0x02014b50, 'mark of a directory entry');
    expect(zip.readUInt16LE(at + 10), 0, 'method (stored)');
    expect(zip.readUInt16LE(at + 8) & 0x800, 0x800, 'flag of UTF-8');
    const sum = zip.readUInt32LE(at + 16);
    const size = zip.readUInt32LE(at + 24);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = new TextDecoder('utf-8', { fatal: true }).decode(zip.subarray(at + 46, nameEnd));
    expect(zip.readUInt32LE(at + 42), expectedAt, 'place of the local header');
    const { content, next } = readLocal(zip, expectedAt, { name, size });
    expect(crc32(content), sum, `checksum of ${name}`);
    if (files.has(name)) throw new Error(`${name} is there twice.`);
    files.set(name, content);
    expectedAt = next;
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  expect(expectedAt, zip.readUInt32LE(end + 16), 'end of the files');
  return files;
}

function readLocal(
  zip: Buffer,
  at: number,
  { name, size }: { readonly name: string; readonly size: number },
): { content: Buffer; next: number } {
  expect(zip.readUInt32LE(at), 0x04034b50, 'mark of a local header');
  const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
  if (zip.toString('utf8', at + 30, nameEnd) !== name)
    throw new Error(`${name} has another name at its file.`);
  const start = nameEnd + zip.readUInt16LE(at + 28);
  const content = zip.subarray(start, start + size);
  expect(content.length, size, `size of ${name}`);
  let next = start + size;
  // Sizes may stand behind the content (bit 3), with a mark of their own.
  if (zip.readUInt16LE(at + 6) & 8) {
    expect(zip.readUInt32LE(next), 0x08074b50, 'mark of a data descriptor');
    expect(zip.readUInt32LE(next + 4), crc32(content), `checksum behind ${name}`);
    expect(zip.readUInt32LE(next + 12), size, `size behind ${name}`);
    next += 16;
  }
  return { content, next };
}

function expect(got: number, wanted: number, what: string): void {
  if (got !== wanted) throw new Error(`${what}: ${got} instead of ${wanted}`);
}
