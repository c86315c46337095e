import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The port that Chromium, started with `--remote-debugging-port=0`, has taken; `undefined` until its file stands whole: the
 * port in the first line, the path of its own target in the second. It is there, empty, before it is written.
 */
export function readDebuggingPort(profileDir: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(join(profileDir, 'DevToolsActivePort'), 'utf8');
  } catch {
    return undefined; // not there yet
  }
  const written = /^(\d+)\n\//.exec(text)?.[1];
  return written === undefined ? undefined : Number(written);
}
