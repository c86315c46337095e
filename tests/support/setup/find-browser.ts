import { overrideVariable } from './browser-kind';
import type { BrowserKind, BrowserProbe, WorkingBrowser } from './browser-kind';

/** What finding a browser needs from the machine; passed in, so that each way can be tried without that machine. */
export interface BrowserFinderPorts {
  /** Value of `CHROMIUM_PATH` or `FIREFOX_PATH`. */
  readonly override: string | undefined;
  /** Executables on the machine, likeliest first. */
  listCandidates(): readonly string[];
  /** Executables this project has downloaded. */
  listDownloaded(): readonly string[];
  readonly probe: BrowserProbe;
  recall(): WorkingBrowser | undefined;
  remember(browser: WorkingBrowser): void;
  /** `undefined` when it worked, else the reason. */
  download(): Promise<string | undefined>;
  /** `undefined` where the distribution's package may not be installed from here. */
  readonly installPackage: { readonly description: string; run(): Promise<string | undefined> } | undefined;
  readonly downloadSize: string;
  ask(question: string): Promise<boolean>;
  say(line: string): void;
}

/** No browser in which an extension runs was found or could be got; the message says what was tried. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/**
 * Finds a browser in which an extension's background really answers: the one named by the environment; else what
 * answered last time; else what is on the machine, tried for real; else a download into the project; else, as root
 * on Debian, the distribution's package. A browser named by the environment is the only one tried.
 *
 * @throws NoBrowserError
 */
export async function findBrowser(kind: BrowserKind, ports: BrowserFinderPorts): Promise<WorkingBrowser> {
  const tried: string[] = [];
  const tryAll = async (paths: readonly string[]): Promise<WorkingBrowser | undefined> => {
    for (const path of paths) {
      const outcome = await ports.probe(path);
      if (outcome.ok) return { path, version: outcome.version };
      tried.push(`${path}: ${outcome.reason}`);
      ports.say(`${path} will not do: ${outcome.reason}`);
    }
    return undefined;
  };
  const giveUp = (): never => {
    throw new NoBrowserError(
      [
        `No ${kind} in which an extension runs. Tried:`,
        ...tried.map((line) => `  - ${line}`),
        `Install ${kind === 'chromium' ? 'Chromium (or Chrome for Testing)' : 'Firefox'}, or set ${overrideVariable[kind]} to its executable.`,
      ].join('\n'),
    );
  };
  if (ports.override !== undefined && ports.override !== '')
    return (await tryAll([ports.override])) ?? giveUp();
  const known = ports.recall();
  if (known) return known;
  const found =
    (await tryAll(ports.listCandidates())) ?? (await getBrowser(kind, ports, tryAll, tried)) ?? giveUp();
  ports.remember(found);
  return found;
}

/** The ways that change the machine, the gentler one first. */
async function getBrowser(
  kind: BrowserKind,
  ports: BrowserFinderPorts,
  tryAll: (paths: readonly string[]) => Promise<WorkingBrowser | undefined>,
  tried: string[],
): Promise<WorkingBrowser | undefined> {
  if (await ports.ask(`Download ${kind} (${ports.downloadSize}) into this project's .cache/browsers?`)) {
    ports.say(`downloading ${kind} (${ports.downloadSize}) into .cache/browsers …`);
    const reason = await ports.download();
    if (reason === undefined) {
      const downloaded = await tryAll(ports.listDownloaded());
      if (downloaded) return downloaded;
    } else {
      tried.push(`download: ${reason}`);
      ports.say(`the download failed: ${reason}`);
    }
  } else tried.push('download: declined');
  if (!ports.installPackage) return undefined;
  if (!(await ports.ask(`Install the system's package by "${ports.installPackage.description}"?`))) {
    tried.push('system package: declined');
    return undefined;
  }
  ports.say(`running as root: ${ports.installPackage.description}`);
  const reason = await ports.installPackage.run();
  if (reason !== undefined) {
    tried.push(`system package: ${reason}`);
    return undefined;
  }
  // All of them again: what failed before may only have lacked a library that the package has brought.
  return tryAll(ports.listCandidates());
}
