import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Paths below the project's root, with `/`, of every file under `folder` whose name ends with one of `endings`. */
export function listFiles(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    for (const name of readdirSync(path)) {
      if (name === 'node_modules' || name.startsWith('.')) continue;
      const child = join(path, name);
      if (statSync(child).isDirectory()) walk(child);
      else if (endings.some((ending) => name.endsWith(ending))) {
        found.push(relative(ROOT, child).split(sep).join('/'));
      }
    }
  };
  walk(join(ROOT, folder));
  return found.sort();
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Module specifiers a file imports, re-exports or loads later. */
export function findImports(source: string): string[] {
  const specifiers: string[] = [];
  const pattern =
    /^(?:import|export)\s(?:[^'";]*?\bfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  for (const match of source.matchAll(pattern)) specifiers.push(match[1] ?? match[2] ?? '');
  return specifiers;
}
