import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, describePackageInstall, installPackages } from './apt-install';
import { askPerson } from './ask';

/**
 * What only the long tier needs, and does without where it cannot be had: a screen with a real keyboard and mouse,
 * an office program, one that unpacks, and a small compiler (for what turns the clock of a browser alone). By environment
 * variable the executable that it names, and Debian's packages that bring them.
 */
const desks = {
  display: {
    executables: { XVFB_PATH: 'Xvfb', XDOTOOL_PATH: 'xdotool' },
    packages: ['xvfb', 'xdotool'],
  },
  office: {
    executables: { SOFFICE_PATH: 'soffice' },
    packages: ['libreoffice-calc-nogui'],
  },
  archive: {
    executables: { UNZIP_PATH: 'unzip' },
    packages: ['unzip'],
  },
  clock: {
    executables: { TCC_PATH: 'tcc' },
    packages: ['tcc'],
  },
} as const;

export type DeskKind = keyof typeof desks;
/** Absolute path by environment variable. */
export type DeskPrograms<Kind extends DeskKind = DeskKind> = Readonly<
  Record<keyof (typeof desks)[Kind]['executables'], string>
>;

/** The programs as the environment names them, else as they stand on the `PATH`; `undefined` unless all are there. */
export function findDeskPrograms<Kind extends DeskKind>(
  kind: Kind,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): DeskPrograms<Kind> | undefined {
  const found = Object.entries(desks[kind].executables).map(
    ([variable, name]) => [variable, environment[variable] || findOnPath(name, environment['PATH'])] as const,
  );
  if (found.some(([, path]) => path === undefined)) return undefined;
  return Object.fromEntries(found) as DeskPrograms<Kind>;
}

/**
 * Finds the programs or, as root on Debian, installs them, and names them in the environment: from then on a test that
 * is skipped for want of them fails the run. Where they cannot be had it says so, and the environment stays as it is.
 */
export async function prepareDesks(): Promise<void> {
  for (const kind of Object.keys(desks) as DeskKind[]) {
    const programs = findDeskPrograms(kind) ?? (await install(kind));
    if (programs) Object.assign(process.env, programs);
  }
}

async function install(kind: DeskKind): Promise<DeskPrograms | undefined> {
  const { packages } = desks[kind];
  const command = describePackageInstall(packages);
  const skip = (reason: string) =>
    console.log(`[setup] Tests that need ${packages.join(', ')} will be skipped: ${reason}`);
  if (!canInstallPackages()) {
    skip('neither is it here, nor may it be installed from here.');
  } else if (!(await askPerson(`Install, for the long tests, by "${command}"?`))) {
    skip('declined.');
  } else {
    console.log(`[setup] running as root: ${command}`);
    const reason = await installPackages(packages);
    if (reason === undefined) return findDeskPrograms(kind);
    skip(reason);
  }
  return undefined;
}

function findOnPath(name: string, path = ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not for us to run
  }
}
