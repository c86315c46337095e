import { askPerson } from './ask';
import { browserPackages, canInstallPackages, describePackageInstall, installPackages } from './apt-install';
import { listCandidates, listDownloadedBrowsers } from './browser-candidates';
import { overrideVariable } from './browser-kind';
import type { BrowserKind, WorkingBrowser } from './browser-kind';
import { recallBrowser, rememberBrowser } from './browser-memory';
import { downloadBrowser, downloadSize } from './download-browser';
import { findBrowser } from './find-browser';
import { probeChromium } from './probes/probe-chromium';
import { probeFirefox } from './probes/probe-firefox';

/**
 * `findBrowser` on this machine. Quick when a browser is known from last time; the first time it may download one.
 *
 * @throws NoBrowserError
 */
export function findWorkingBrowser(kind: BrowserKind): Promise<WorkingBrowser> {
  return findBrowser(kind, {
    override: process.env[overrideVariable[kind]],
    listCandidates: () => listCandidates(kind),
    listDownloaded: () => listDownloadedBrowsers(kind),
    probe: kind === 'chromium' ? probeChromium : probeFirefox,
    recall: () => recallBrowser(kind),
    remember: (browser) => rememberBrowser(kind, browser),
    download: () => downloadBrowser(kind),
    installPackage: canInstallPackages()
      ? {
          description: describePackageInstall(browserPackages[kind]),
          run: () => installPackages(browserPackages[kind]),
        }
      : undefined,
    downloadSize: downloadSize[kind],
    ask: askPerson,
    say: (line) => console.log(`[setup] ${line}`),
  });
}
