import { expect, test } from 'vitest';
import { runCommand } from '../../support/run-command';

const run = (script: string, options = {}) => runCommand(process.execPath, ['-e', script], options);

test('gives the exit code and everything that was printed', async () => {
  const result = await run('console.log("out"); console.error("err"); process.exitCode = 3');
  expect(result.exitCode).toBe(3);
  expect(result.reason).toBeUndefined();
  expect(result.text).toContain('out\n');
  expect(result.text).toContain('err\n');
});

test('ends a command that shows no first sign of progress', async () => {
  const result = await run('console.log("connecting"); setInterval(() => console.log("again"), 20)', {
    firstSign: { pattern: /\d+%/, withinMs: 400 },
  });
  expect(result.exitCode).toBeUndefined();
  expect(result.reason).toBe('no progress within 0.4 s');
});

test('ends a command that falls silent, but not before', async () => {
  const result = await run('console.log("10%"); setInterval(() => undefined, 1000)', {
    firstSign: { pattern: /\d+%/, withinMs: 5_000 },
    silenceMs: 1500,
  });
  expect(result.text).toBe('10%\n');
  expect(result.reason).toBe('silent for 1.5 s');
});

test('says so when the command does not exist', async () => {
  const result = await runCommand('/no/such/command', []);
  expect(result.exitCode).toBeUndefined();
  expect(result.reason).toMatch(/ENOENT/);
});
