import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `long` runs what the short tier leaves out: the `*.long.test.ts` files, and again, at full size, those whose size goes by the tier. */
const isLong = process.env['TEST_TIER'] === 'long';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** Plain Node; a test that needs a DOM says so in its first line (`// @vitest-environment happy-dom`). */
function nodeProject(name: string, folder: string): TestProjectConfiguration {
  return {
    esbuild: jsx,
    resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
    ...(name === 'conformance' ? {} : { plugins: [WxtVitest()] }),
    test: {
      name,
      environment: 'node',
      // One fewer by default, which is half of two cores.
      maxWorkers: availableParallelism(),
      testTimeout: 20_000,
      // Written for React: only what goes through the aliases above finds Preact in its place.
      server: { deps: { inline: ['virtua'] } },
      ...filesOf(folder),
    },
  };
}

/** A real browser at a time: two cores do not carry more, and a window that is not in front is throttled. */
function browserProject(name: string, folder: string): TestProjectConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: 120_000,
      hookTimeout: 180_000,
      ...filesOf(folder),
    },
  };
}

function filesOf(folder: string): { include: string[]; exclude: string[] } {
  const long = `tests/${folder}/**/*.long.test.{ts,tsx}`;
  if (isLong) return { include: [long, ...listSized(folder)], exclude: [] };
  return { include: [`tests/${folder}/**/*.test.{ts,tsx}`], exclude: [long] };
}

/** The tests of a folder whose size goes by the tier, told by what they import. */
function listSized(folder: string): string[] {
  const root = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(join(root, 'tests', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join('tests', folder, path))
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) => /from '[./]+support\/test-tier'/.test(readFileSync(join(root, path), 'utf8')));
}

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: isLong,
    projects: [
      nodeProject('unit', 'unit'),
      nodeProject('conformance', 'conformance'),
      nodeProject('integration', 'integration'),
      browserProject('e2e-chromium', 'e2e/chromium'),
      browserProject('e2e-firefox', 'e2e/firefox'),
    ],
  },
});
