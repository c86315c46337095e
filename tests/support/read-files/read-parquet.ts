import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { removeFolder } from '../remove-folder';

export interface ParquetTable {
  /** Column → its type, as DuckDB names it. */
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly compressions: readonly string[];
  readonly rowGroups: number;
}

/** A Parquet file as DuckDB reads it; integers of 64 bits come as texts, times as texts in UTC. */
export async function readParquet(bytes: Uint8Array): Promise<ParquetTable> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  try {
    const path = join(folder, 'file.parquet');
    writeFileSync(path, bytes);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const described = await ask(`DESCRIBE SELECT * FROM '${path}'`);
    const meta = await ask(`SELECT DISTINCT compression, row_group_id FROM parquet_metadata('${path}')`);
    const rows = await ask(`SELECT * FROM '${path}'`);
    connection.closeSync();
    return {
      types: Object.fromEntries(
        described.map((row) => [String(row['column_name']), String(row['column_type'])]),
      ),
      rows,
      compressions: [...new Set(meta.map((row) => String(row['compression'])))],
      rowGroups: new Set(meta.map((row) => String(row['row_group_id']))).size,
    };
  } finally {
    removeFolder(folder);
  }
}
