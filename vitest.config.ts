import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `long` adds the `*.long.test.ts` files; of `unit` and `conformance`, whose other tests know no sizes, it runs only those. */
const isLong = process.env['TEST_TIER'] === 'long';

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;

/** Plain Node; a test that needs a DOM says so in its first line (`// @vitest-environment happy-dom`). */
function nodeProject(name: string, folder: string, runsWholeInLong: boolean): TestProjectConfiguration {
  return {
    esbuild: jsx,
    resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
    ...(name === 'conformance' ? {} : { plugins: [WxtVitest()] }),
    test: {
      name,
      environment: 'node',
      testTimeout: 20_000,
      // Written for React: only what goes through the aliases above finds Preact in its place.
      server: { deps: { inline: ['virtua'] } },
      ...filesOf(folder, runsWholeInLong),
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
      ...filesOf(folder, true),
    },
  };
}

function filesOf(folder: string, runsWholeInLong: boolean): { include: string[]; exclude: string[] } {
  const all = `tests/${folder}/**/*.test.{ts,tsx}`;
  const long = `tests/${folder}/**/*.long.test.{ts,tsx}`;
  return { include: [isLong && !runsWholeInLong ? long : all], exclude: isLong ? [] : [long] };
}

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: isLong,
    projects: [
      nodeProject('unit', 'unit', false),
      nodeProject('conformance', 'conformance', false),
      nodeProject('integration', 'integration', true),
      browserProject('e2e-chromium', 'e2e/chromium'),
      browserProject('e2e-firefox', 'e2e/firefox'),
    ],
  },
});
