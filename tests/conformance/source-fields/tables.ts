import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Key paths of one kind of source → the model's field that holds the value, or `- ` and why it is dropped. */
export interface Table {
  /** Start of the samples' paths. */
  readonly samples: string;
  /** Starts of paths where every key has a row of its own, although a row stands for the rest of its top-level key. */
  readonly spelledOut?: readonly string[];
  /** A document that shows the same body: its file, and the words after which the body stands. */
  readonly document?: { readonly file: string; readonly after: string };
  readonly rows: Readonly<Record<string, string>>;
}

const FOLDER = fileURLToPath(new URL('../../source-fields/', import.meta.url));
export const TABLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Table) }));

/** The tables that speak of a sample: those with the longest of the starts that fit, which should be one. */
export function findTables(sample: string): typeof TABLES {
  const fitting = TABLES.filter((table) => sample.startsWith(table.samples));
  const longest = Math.max(...fitting.map((table) => table.samples.length));
  return fitting.filter((table) => table.samples.length === longest);
}

const toCamel = (key: string) => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Paths of all leaves: keys in camelCase, ids and ghost keys as `{id}`, places in lists as `[]`. */
export function listPaths(value: unknown, path: string, paths: Set<string>): void {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) {
      const name = /^(?:[0-9a-f]{24}|undefined|)$/.test(key) ? '{id}' : toCamel(key);
      listPaths(inner, Array.isArray(value) ? `${path}[]` : path === '' ? name : `${path}.${name}`, paths);
    }
    return;
  }
  paths.add(path);
}

/** The row for a path: its own, else the one that stands for everything below its first key, or for everything. */
export function findRow(table: Table, path: string): string | undefined {
  const top = path.split(/[.[]/)[0] ?? '';
  const row = table.rows[path];
  if (row !== undefined || table.spelledOut?.some((start) => path.startsWith(start))) return row;
  return table.rows[`${top}.**`] ?? table.rows['**'];
}
