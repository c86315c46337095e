import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runInNewContext } from 'node:vm';

/** Folder of real pages and bodies; they are private, so they are not part of the project and not always there. */
export const SAMPLES_DIR = process.env['REAL_SAMPLES_DIR'];

/** Paths below the folder, with `/`; empty where it is not there. */
export function listSamples(folder = ''): string[] {
  if (!SAMPLES_DIR) return [];
  const root = SAMPLES_DIR;
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readSample(path: string): string {
  return readFileSync(join(SAMPLES_DIR ?? '', path), 'utf8');
}

/**
 * A sample as JavaScript sees it: bodies parsed, a page's state evaluated in a context of its own. Nothing of the
 * product takes part. `undefined` for a page without a state.
 */
export function evaluateSample(path: string): unknown {
  const text = readSample(path);
  if (path.endsWith('.json')) return JSON.parse(text) as unknown;
  const script = path.endsWith('.html')
    ? /<script>window\.__INITIAL_STATE__=([\s\S]*?)<\/script>/.exec(text)?.[1]
    : text;
  return script === undefined ? undefined : (runInNewContext(`(${script})`) as unknown);
}

/** Every object in a value, at any depth, that the test takes. */
export function findObjects(
  value: unknown,
  takes: (object: Record<string, unknown>) => boolean,
): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    !Array.isArray(value) && takes(value as Record<string, unknown>)
      ? [value as Record<string, unknown>]
      : [];
  return [...own, ...Object.values(value).flatMap((inner) => findObjects(inner, takes))];
}
