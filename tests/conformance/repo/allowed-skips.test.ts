import { describe, expect, it } from 'vitest';
import { findUnexcusedSkips, parseAllowedSkips } from '../../support/tiers/allowed-skips';
import { listFiles, readSource } from './source-files';

const allowed = parseAllowedSkips(readSource('tests/README.md'));
const testFiles = listFiles('tests', ['.test.ts', '.test.tsx']);
/** Files with a test that says it may not run. */
const skipping = testFiles.filter((file) =>
  /\b(?:test|it|describe)\.(?:skipIf|runIf|skip|todo)\b|\bskip\(\)/.test(readSource(file)),
);

describe('skips', () => {
  it('are excused by the table of tests/README.md in every file that may skip, where nothing is set', () => {
    expect(skipping.length).toBeGreaterThan(3);
    const skipped = skipping.map((file) => ({ file, name: 'any' }));
    expect(findUnexcusedSkips(skipped, allowed, {})).toEqual([]);
  });

  it('have no row that excuses a file which never skips, or none', () => {
    const idle = allowed.filter((row) => {
      const excused = testFiles.filter(
        (file) => findUnexcusedSkips([{ file, name: '' }], [row], {}).length === 0,
      );
      return excused.length === 0 || excused.some((file) => !skipping.includes(file));
    });
    expect(idle).toEqual([]);
  });
});
