import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, ROOT } from './source-files';

/** The text of the map's walks, which name the files that a page's words and a user's wish pass through. */
function readWalks(): string {
  return readSource('src/README.md').split('## The six walks')[1]?.split('\n## ')[0] ?? '';
}

const ROOMS =
  'background|export|jobs|i18n|insights|lib|manifest|messaging|model|page|platform|providers|site|storage|ui|workers';

/** Paths below `src`, as the walks write them: without an ending, `/*` for all of a folder. */
function findPaths(text: string): string[] {
  return [...text.matchAll(new RegExp(`\\b(?:${ROOMS})(?:/[\\w*-]+)+`, 'g'))].map(([path]) => path);
}

function exists(path: string): boolean {
  const place = join(ROOT, 'src', path.replace(/\/\*$/, ''));
  return [place, `${place}.ts`, `${place}.tsx`].some((file) => existsSync(file));
}

describe('the walks of the map', () => {
  const paths = findPaths(readWalks());

  it('name the rooms they pass', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'page/observer/watch-xhr',
        'site/endpoints/*',
        'page/actions/load-comments',
        'providers/gateway',
      ]),
    );
  });

  it('name only what is there', () => {
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});
