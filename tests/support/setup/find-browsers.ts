/** `tsx tests/support/setup/find-browsers.ts chromium firefox`: finds or gets each, says which, fails when one is not to be had. */
import { browserKinds } from './browser-kind';
import type { BrowserKind } from './browser-kind';
import { NoBrowserError } from './find-browser';
import { findWorkingBrowser } from './find-working-browser';

function isBrowserKind(name: string): name is BrowserKind {
  return browserKinds.some((kind) => kind === name);
}

for (const name of process.argv.slice(2)) {
  if (!isBrowserKind(name)) {
    console.error(`[setup] "${name}" is not one of ${browserKinds.join(', ')}.`);
    process.exit(1);
  }
  try {
    const { path, version } = await findWorkingBrowser(name);
    console.log(`[setup] ${name} ${version}: ${path}`);
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    console.error(`[setup] ${error.message}`);
    process.exit(1);
  }
}
