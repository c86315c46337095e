import { existsSync } from 'node:fs';
import type { BrowserKind } from './browser-kind';
import { runCommand } from '../run-command';

/** Debian's names. The fonts are for the Chinese and emoji texts of the pages. */
export const browserPackages: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
  firefox: ['firefox-esr', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
};

/** True for root on a system of the Debian family: the only case in which a package may be installed from here. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** The commands that `installPackages` runs, for the person who reads along. */
export function describePackageInstall(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y ${packages.join(' ')}`;
}

/** Installs packages of the distribution. Gives `undefined` when it worked, else the reason. */
export async function installPackages(packages: readonly string[]): Promise<string | undefined> {
  const options = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    silenceMs: 180_000,
    onText: (text: string) => process.stdout.write(text),
  };
  const updated = await runCommand('apt-get', ['update'], options);
  if (updated.exitCode !== 0)
    return `apt-get update: ${updated.reason ?? `ended with code ${updated.exitCode}`}`;
  const installed = await runCommand(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    options,
  );
  if (installed.exitCode !== 0)
    return `apt-get install: ${installed.reason ?? `ended with code ${installed.exitCode}`}`;
  return undefined;
}
