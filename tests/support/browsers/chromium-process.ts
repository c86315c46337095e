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
  /** Ends it between two of its instructions, as a crash does; resolves when it is gone. */
  kill(): Promise<void>;
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
  const endBy = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await exited;
  };
  return { child, end: () => endBy('SIGTERM'), kill: () => endBy('SIGKILL') };
}
