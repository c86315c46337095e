import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cacheDir, projectDir } from './project-paths';
import { runCommand } from './run-command';
import { waitFor } from './wait-for';

/** `firefox-full`: Firefox with containers, see `src/manifest`. */
export type BuildTarget = 'chrome' | 'edge' | 'firefox' | 'firefox-full';

/** Everything a build is made of. */
const sources = ['src', 'entrypoints', 'build', 'wxt.config.ts', 'package-lock.json', 'tsconfig.json'];

/**
 * Folder of the unpacked production build for that browser. Built when the sources have changed since the last
 * build; several test processes share one build, and wait for each other while it is made.
 *
 * @throws Error with the builder's own words when the build fails
 */
export async function buildExtension(target: BuildTarget): Promise<string> {
  const isFull = target === 'firefox-full';
  const browser = isFull ? 'firefox' : target;
  const outputDir = join(projectDir, '.output', `${browser}-mv3${isFull ? '-full' : ''}`);
  const stampPath = join(cacheDir, `build-${target}.txt`);
  const isCurrent = () =>
    existsSync(join(outputDir, 'manifest.json')) &&
    existsSync(stampPath) &&
    readFileSync(stampPath, 'utf8') === fingerprintSources();
  const release = await takeLock(join(cacheDir, `build-${target}.lock`));
  try {
    if (isCurrent()) return outputDir;
    const fingerprint = fingerprintSources();
    rmSync(stampPath, { force: true });
    const wxt = join(projectDir, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    // A test runner says NODE_ENV=test; what is tried is what users get.
    const edition = isFull ? ['--mode', 'full'] : [];
    const result = await runCommand(process.execPath, [wxt, 'build', '-b', browser, '--mv3', ...edition], {
      env: { NODE_ENV: 'production' },
      silenceMs: 240_000,
    });
    if (result.exitCode !== 0)
      throw new Error(`wxt build -b ${target}: ${result.reason ?? 'failed'}\n${result.text}`);
    writeFileSync(stampPath, fingerprint);
    return outputDir;
  } finally {
    release();
  }
}

/** Changes whenever a file that goes into the build does. */
export function fingerprintSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => listFiles(join(projectDir, source)))) {
    hash.update(relative(projectDir, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** A folder as a lock between processes; one whose owner is gone is taken over. */
async function takeLock(path: string): Promise<() => void> {
  mkdirSync(cacheDir, { recursive: true });
  const ownerPath = join(path, 'pid');
  const tryToTake = () => {
    try {
      mkdirSync(path);
      writeFileSync(ownerPath, String(process.pid));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAbandoned(path, ownerPath)) rmSync(path, { recursive: true, force: true });
      return false;
    }
  };
  await waitFor(tryToTake, { what: `another build to end (${path})`, timeoutMs: 300_000 });
  return () => rmSync(path, { recursive: true, force: true });
}

function isAbandoned(path: string, ownerPath: string): boolean {
  try {
    // Between making the folder and writing the owner a moment passes.
    if (!existsSync(ownerPath)) return Date.now() - statSync(path).mtimeMs > 10_000;
    process.kill(Number(readFileSync(ownerPath, 'utf8')), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
