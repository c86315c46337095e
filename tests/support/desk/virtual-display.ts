import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DeskPrograms } from '../setup/desk-programs';
import { runCommand } from '../run-command';

/** A screen that nobody sees, with a keyboard and a mouse of its own: what they do is a user's doing to the browser. */
export interface VirtualDisplay {
  /** As X names it, e.g. `:99`. */
  readonly name: string;
  /** Presses one key after the other, each alone or with others (`alt+shift+e`), in the window that has the focus. */
  press(...keys: readonly string[]): Promise<void>;
  /** Clicks with the left mouse button; from the screen's left upper corner. */
  click(place: { readonly x: number; readonly y: number }): Promise<void>;
  /** Clicks with the right mouse button; from the screen's left upper corner. */
  rightClick(place: { readonly x: number; readonly y: number }): Promise<void>;
  /** The windows on the screen, by number; an open menu is one. */
  listWindows(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts a screen of 1440 × 960 under a name that is free. */
export async function startVirtualDisplay(programs: DeskPrograms<'display'>): Promise<VirtualDisplay> {
  const server = spawn(
    programs.XVFB_PATH,
    ['-displayfd', '1', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const exited = once(server, 'exit');
  const said = await Promise.race([once(server.stdout, 'data'), exited.then(() => undefined)]);
  if (!said) throw new Error(`${programs.XVFB_PATH} ended with code ${server.exitCode} at once.`);
  const name = `:${String(said[0]).trim()}`;
  const point = async (...args: string[]): Promise<string> => {
    const result = await runCommand(programs.XDOTOOL_PATH, args, {
      env: { DISPLAY: name },
      silenceMs: 10_000,
    });
    if (result.exitCode !== 0) throw new Error(`xdotool ${args.join(' ')}: ${result.reason ?? result.text}`);
    return result.text;
  };
  const clickAt = async ({ x, y }: { readonly x: number; readonly y: number }, button: string) => {
    await point('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', button);
  };
  return {
    name,
    async press(...keys) {
      await point('key', ...keys);
    },
    click: (place) => clickAt(place, '1'),
    rightClick: (place) => clickAt(place, '3'),
    async listWindows() {
      const windows = await point('search', '--onlyvisible', '--maxdepth', '1', '--class', '.*');
      return windows.trim().split('\n');
    },
    async close() {
      server.kill();
      await exited;
    },
  };
}
