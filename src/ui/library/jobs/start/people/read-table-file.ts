/** A list of people larger than this is no list of people. */
export const MOST_BYTES = 20_000_000;

/**
 * The rows of a CSV file, blank lines left out: whatever separates its cells, and in the encodings that spreadsheets write here
 * (UTF-8; UTF-16 behind its mark; else GB 18030, which Excel writes in Chinese). Rejects what is too large.
 */
export async function readTableFile(file: Blob): Promise<string[][]> {
  if (file.size > MOST_BYTES) throw new Error('too large for a list of people');
  const [text, { default: papa }] = await Promise.all([
    file.arrayBuffer().then(decodeTable),
    import('papaparse'),
  ]);
  return papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
}

/** The text of a file of which nobody says how it is encoded. */
export function decodeTable(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what Excel writes on a Chinese computer.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
