import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findImports, listFiles, readSource } from './source-files';

/** folder → places it may import, as the map (src/README.md) says. */
function readTable(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  const text = readSource('src/README.md').split('## Who imports whom')[1]?.split('\n## ')[0] ?? '';
  for (const line of text.split('\n')) {
    const row = /^\|\s*`([^`]+)`\s*\|\s*(.+?)\s*\|$/.exec(line);
    if (row?.[1] && row[2]) {
      table.set(row[1], row[2] === 'nothing' ? [] : row[2].split(',').map((place) => place.trim()));
    }
  }
  return table;
}

const covers = (place: string, target: string) => target === place || target.startsWith(`${place}/`);

/** The row that speaks for a path: the longest folder name that covers it. */
function findRow(table: Map<string, string[]>, path: string): string | undefined {
  return [...table.keys()].filter((folder) => covers(folder, path)).sort((a, b) => b.length - a.length)[0];
}

/** A catalog is a pure table that anyone may import. */
const isCatalog = (target: string) => target.endsWith('.catalog');

const PACKAGES_BY_ROOM: Record<string, RegExp> = {
  zod: /^zod\/mini$/,
  idb: /^idb$/,
  preact: /^(preact|@preact\/signals)(\/|$)/,
  papaparse: /^papaparse$/,
  virtua: /^virtua(\/|$)/,
  'client-zip': /^client-zip$/,
  fflate: /^fflate$/,
  'hyparquet-writer': /^hyparquet-writer$/,
  '@noble/hashes': /^@noble\/hashes\//,
};

function isAllowed(table: Map<string, string[]>, from: string, specifier: string): boolean {
  const row = findRow(table, from);
  if (row === undefined) return false;
  const allowed = table.get(row) ?? [];
  if (!specifier.startsWith('.')) {
    if (row === 'platform') return /^(wxt\/browser|webextension-polyfill)$/.test(specifier);
    return allowed.some((place) => PACKAGES_BY_ROOM[place]?.test(specifier));
  }
  const target = posix.join(posix.dirname(from), specifier);
  if (isCatalog(target) || covers(row, target)) return true;
  return allowed.some((place) => covers(place, target));
}

describe('who imports whom', () => {
  const table = readTable();
  const files = listFiles('src', ['.ts', '.tsx']);

  it('is written down for every folder of src', () => {
    expect(table.size).toBeGreaterThan(10);
    const homeless = files.map((file) => file.replace(/^src\//, '').replace(/\.tsx?$/, ''));
    expect(homeless.filter((path) => findRow(table, path) === undefined)).toEqual([]);
  });

  it('is kept by every file', () => {
    const broken: string[] = [];
    for (const file of files) {
      const from = file.replace(/^src\//, '').replace(/\.tsx?$/, '');
      if (from === 'manifest') continue;
      for (const specifier of findImports(readSource(file))) {
        if (specifier.endsWith('.css')) continue;
        if (!isAllowed(table, from, specifier)) broken.push(`${file} → ${specifier}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('lets entry points import start functions and apps only, in 15 lines at most', () => {
    const wrong: string[] = [];
    for (const file of listFiles('entrypoints', ['.ts', '.tsx'])) {
      const source = readSource(file);
      if (source.trimEnd().split('\n').length > 15) wrong.push(`${file}: longer than 15 lines`);
      for (const specifier of findImports(source)) {
        if (
          specifier.startsWith('.') &&
          !/\/src\/(.*\/)?(start[\w-]*|app|mount|theme\.css|[\w-]+-app)$/.test(specifier)
        ) {
          wrong.push(`${file} → ${specifier}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps the replica apart: it imports nothing of src', () => {
    const broken = listFiles('tests/replica', ['.ts', '.js', '.mjs']).flatMap((file) =>
      findImports(readSource(file))
        .filter((specifier) => /(^|\/)(src|entrypoints)\//.test(specifier) || specifier.startsWith('@/'))
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(broken).toEqual([]);
  });
});
