import { describe, expect, test } from 'vitest';
import { findUnexcusedSkips, parseAllowedSkips } from '../../support/tiers/allowed-skips';
import { addTallies, toSumLine } from '../../support/tiers/tally';
import { summarizeReport } from '../../support/tiers/vitest-report';

const readme = `# Tests
| \`not/*.ts\` | \`THIS\` |
## Skips that are allowed
| files | unless set |
| --- | --- |
| \`tests/unit/**/*.samples.test.ts\` | \`REAL_SAMPLES_DIR\` |
| \`tests/e2e/chromium/one.test.ts\` | \`XVFB\` | why |
## Next
| \`tests/other.test.ts\` | \`THAT\` |
`;

describe('allowed skips', () => {
  test('are the rows of their own section only', () => {
    expect(parseAllowedSkips(readme)).toEqual([
      { files: 'tests/unit/**/*.samples.test.ts', unlessSet: 'REAL_SAMPLES_DIR' },
      { files: 'tests/e2e/chromium/one.test.ts', unlessSet: 'XVFB' },
    ]);
    expect(() => parseAllowedSkips('# Tests')).toThrow(/Skips that are allowed/);
  });

  test('excuse a test of those files while the variable is not set', () => {
    const allowed = parseAllowedSkips(readme);
    const deep = { file: 'tests/unit/site/a.samples.test.ts', name: 'a' };
    const direct = { file: 'tests/unit/a.samples.test.ts', name: 'b' };
    const other = { file: 'tests/unit/site/a.test.ts', name: 'c' };
    expect(findUnexcusedSkips([deep, direct, other], allowed, {})).toEqual([other]);
    expect(findUnexcusedSkips([deep, direct], allowed, { REAL_SAMPLES_DIR: '/x' })).toEqual([deep, direct]);
  });
});

describe('summarizeReport', () => {
  const file = (name: string, status: string, statuses: readonly string[], message = '') => ({
    name,
    status,
    message,
    assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
  });

  test('counts passed, failed and everything else as skipped', () => {
    const { tally, skipped, failures } = summarizeReport({
      testResults: [file('tests/a.test.ts', 'failed', ['passed', 'failed', 'pending', 'todo', 'skipped'])],
    });
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 3 });
    expect(skipped.map(({ name }) => name)).toEqual(['test 2', 'test 3', 'test 4']);
    expect(failures).toEqual(['tests/a.test.ts › test 1']);
  });

  test('counts a file that could not be loaded as a failure', () => {
    const { tally, failures } = summarizeReport({
      testResults: [file('tests/b.test.ts', 'failed', [], 'Cannot find module\nat x')],
    });
    expect(tally.failed).toBe(1);
    expect(failures).toEqual(['tests/b.test.ts: Cannot find module']);
  });

  test('does not count tests as skipped that a broken set-up kept from running', () => {
    const { tally } = summarizeReport({
      testResults: [file('tests/c.test.ts', 'failed', ['skipped', 'passed'], 'beforeAll broke')],
    });
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

test('the sum line has the form that other programs read', () => {
  const sum = addTallies({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 0, skipped: 1 });
  expect(toSumLine(sum)).toBe('11 passed, 2 failed, 4 skipped');
});
