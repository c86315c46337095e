import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../project-paths';

/** The wall clock of one program and all it starts; monotonic time stays as it is. */
export interface TurnedClock {
  /** The environment in which the program is to be started. */
  readonly environment: Readonly<Record<string, string>>;
  /** From now on it is so many days later there (earlier, if negative), as if somebody had set the clock. */
  turn(days: number): void;
}

const DAY_SECONDS = 86_400;

/**
 * Compiles `turned-clock.c` into the folder and has it loaded before everything else.
 * @param compilerPath a C compiler that takes `-shared`; headers are not needed.
 */
export function createTurnedClock(compilerPath: string, folder: string): TurnedClock {
  const library = join(folder, 'turned-clock.so');
  const source = join(projectDir, 'tests', 'support', 'desk', 'turned-clock.c');
  execFileSync(compilerPath, ['-shared', '-o', library, source]);
  const path = join(folder, 'clock');
  writeFileSync(path, toBytes(0));
  return {
    environment: { LD_PRELOAD: library, TURNED_CLOCK_FILE: path },
    turn(days) {
      // Never cut short: the programs have it mapped into their memory.
      const file = openSync(path, 'r+');
      writeSync(file, toBytes(days), 0, undefined, 0);
      closeSync(file);
    },
  };
}

function toBytes(days: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(days * DAY_SECONDS));
  return bytes;
}
