import { spawn } from 'node:child_process';
import { projectDir } from './project-paths';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the command when it has not printed a line of this form so long after its start. */
  readonly firstSign?: { readonly pattern: RegExp; readonly withinMs: number };
  /** Ends the command when it has printed nothing for so long. */
  readonly silenceMs?: number;
  /** Called with everything it prints, as it comes. */
  readonly onText?: (text: string) => void;
}

export interface CommandResult {
  /** `undefined`: could not be started, or was ended from here. */
  readonly exitCode: number | undefined;
  /** Why it was not started or was ended from here. */
  readonly reason: string | undefined;
  /** Standard output and standard error together, in order. */
  readonly text: string;
}

/** Runs a command in the project's folder to its end, or ends it when it hangs. Never throws. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectDir,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let reason: string | undefined;
    const end = (why: string) => {
      reason ??= why;
      child.kill('SIGKILL');
    };
    const { firstSign, silenceMs } = options;
    let firstSignTimer =
      firstSign &&
      setTimeout(() => end(`no progress within ${firstSign.withinMs / 1000} s`), firstSign.withinMs);
    const startSilenceTimer = () =>
      silenceMs === undefined
        ? undefined
        : setTimeout(() => end(`silent for ${silenceMs / 1000} s`), silenceMs);
    let silenceTimer = startSilenceTimer();
    const listen = (chunk: Buffer) => {
      const piece = chunk.toString('utf8');
      text += piece;
      options.onText?.(piece);
      if (firstSignTimer && firstSign?.pattern.test(text)) {
        clearTimeout(firstSignTimer);
        firstSignTimer = undefined;
      }
      clearTimeout(silenceTimer);
      silenceTimer = startSilenceTimer();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const settle = (exitCode: number | undefined) => {
      clearTimeout(firstSignTimer);
      clearTimeout(silenceTimer);
      resolve({ exitCode, reason, text });
    };
    child.on('error', (error) => {
      reason ??= error.message;
      settle(undefined);
    });
    child.on('close', (code) => settle(reason === undefined ? (code ?? undefined) : undefined));
  });
}
