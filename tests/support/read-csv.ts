import Papa from 'papaparse';

export interface CsvTable {
  readonly header: readonly string[];
  /** One object a row, keyed by the header. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/**
 * Reads a CSV text by a parser that is not ours. The byte order mark and the end of the last line, where
 * they are, are dropped before.
 *
 * @throws Error when the parser finds anything wrong, or a row has more or fewer fields than the header
 */
export function readCsv(text: string): CsvTable {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  const { data, errors, meta } = Papa.parse<Record<string, string>>(lines, {
    header: true,
    skipEmptyLines: false,
    newline: lines.includes('\r\n') ? '\r\n' : '\n',
  });
  if (errors.length > 0) throw new Error(`Not a right CSV: ${JSON.stringify(errors.slice(0, 3))}`);
  return { header: meta.fields ?? [], rows: data };
}
