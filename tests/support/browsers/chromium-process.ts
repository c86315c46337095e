import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';

export interface ProcessOptions {
  readonly path: string;
  readonly profileDir: string;
  readonly headless: boolean;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface ChromiumProcess {
  readonly child: ChildProcess;
  /** Ends it; resolves when it is gone. */
  end(): Promise<void>;
}

/** Starts Chromium as a user would, with one empty tab, and nobody connected to it. */
export function startChromiumProcess(
  options: ProcessOptions,
  stdio: StdioOptions = 'ignore',
): ChromiumProcess {
  const child = spawn(
    options.path,
    [
      ...options.args,
      `--user-data-dir=${options.profileDir}`,
      ...(options.headless ? ['--headless'] : []),
      'about:blank',
    ],
    { stdio, env: { ...process.env, ...options.env } },
  );
  const exited = once(child, 'exit');
  return {
    child,
    async end() {
      child.kill();
      await exited;
    },
  };
}
