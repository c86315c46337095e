import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Replica, SessionName } from '../replica/types';
import { createChromiumExtension } from './browsers/chromium-extension';
import type { ChromiumExtension } from './browsers/chromium-extension';
import { writeChromiumPreferences } from './browsers/chromium-profile';
import type { DemoLocale } from './browsers/chromium-profile';
import { chromiumSwitches } from './browsers/chromium-switches';
import { createDevtoolsPages } from './browsers/devtools-pages';
import { installExtension } from './browsers/install-extension';
import { spawnChromium } from './browsers/spawn-chromium';
import { removeFolder } from './remove-folder';
import { findWorkingBrowser } from './setup/find-working-browser';

export interface ChromiumOptions {
  /** The world the browser takes for the site; without it the real network is used. */
  readonly replica?: Replica;
  /** Folder of the unpacked build. */
  readonly extensionDir: string;
  /** Kept after closing, when given; else a temporary one is made and deleted. */
  readonly profileDir?: string;
  /** Where downloads land; default a folder of the profile. */
  readonly downloadDir?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** The screen on which a browser that is not headless shows its window, as X names it; default that of the environment. */
  readonly display?: string;
  /** Added to the environment in which the browser runs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Default `en-US`. */
  readonly locale?: DemoLocale;
  /** Default `light`. */
  readonly colorScheme?: 'light' | 'dark';
  /** Who visits the replica; default `guest`. */
  readonly session?: SessionName;
  /** Tabs are visible and hidden as they are for a user; default false: the driver makes each believe it is in front. */
  readonly realVisibility?: boolean;
  /** Runs in the browser while it has no extension yet; the extension is installed afterwards. Not with `realVisibility`. */
  readonly beforeInstall?: (context: BrowserContext) => Promise<void>;
}

export interface RunningChromium {
  readonly context: BrowserContext;
  readonly extension: ChromiumExtension;
  /** Folder in which downloads stand under their own names. */
  readonly downloadDir: string;
  readonly profileDir: string;
  /** A tab: the one the browser started with while that is unused, else a new one. */
  newPage(): Promise<Page>;
  /** Makes the browser another visitor of the replica from the next request on. */
  signIn(session: SessionName): Promise<void>;
  /** A session with the whole browser. */
  readonly browserSession: CDPSession;
  /** Ends the browser, and deletes its profile if it was a temporary one. */
  close(): Promise<void>;
}

/** Starts Chromium with the built extension in it, and waits until the extension's worker is there. */
export async function launchChromium(options: ChromiumOptions): Promise<RunningChromium> {
  const locale = options.locale ?? 'en-US';
  const colorScheme = options.colorScheme ?? 'light';
  const temporaryDir = mkdtempSync(join(tmpdir(), 'chromium-run-'));
  const profileDir = options.profileDir ?? join(temporaryDir, 'profile');
  const downloadDir = options.downloadDir ?? join(temporaryDir, 'downloads');
  writeChromiumPreferences(profileDir, downloadDir, locale);
  // Of an earlier run with this profile; the new run writes its own.
  rmSync(join(profileDir, 'DevToolsActivePort'), { force: true });
  const { browser, context, end } = await start(options, { profileDir, locale, colorScheme });
  const browserSession = await browser.newBrowserCDPSession();
  // Playwright stores downloads under generated names; the browser's own way keeps the names the user sees.
  await browserSession.send('Browser.setDownloadBehavior', { behavior: 'default' });
  const devtools = await createDevtoolsPages(profileDir);
  const signIn = async (session: SessionName) => {
    await context.clearCookies();
    await context.addCookies([...(options.replica?.cookiesOf(session) ?? [])]);
  };
  if (options.replica) await signIn(options.session ?? 'guest');
  if (options.beforeInstall) {
    await options.beforeInstall(context);
    await installExtension(browserSession, options.extensionDir);
  }
  const extension = await createChromiumExtension({ context, browserSession, devtools, colorScheme });
  return {
    context,
    extension,
    downloadDir,
    profileDir,
    browserSession,
    signIn,
    newPage: async () =>
      context.pages().find((page) => page.url() === 'about:blank') ?? (await context.newPage()),
    async close() {
      await devtools.detach();
      await end();
      removeFolder(temporaryDir);
    },
  };
}

interface Started {
  readonly browser: Browser;
  readonly context: BrowserContext;
  end(): Promise<void>;
}

async function start(
  options: ChromiumOptions,
  {
    profileDir,
    locale,
    colorScheme,
  }: { profileDir: string; locale: DemoLocale; colorScheme: 'light' | 'dark' },
): Promise<Started> {
  const { path } = await findWorkingBrowser('chromium');
  const headless = options.headless ?? true;
  const args = [...listSwitches(options, locale, colorScheme), ...(options.replica?.chromiumArgs() ?? [])];
  const env = {
    ...process.env,
    ...(options.display === undefined ? {} : { DISPLAY: options.display }),
    LANGUAGE: locale.replace('-', '_'),
    ...options.environment,
  } as Record<string, string>;
  if (options.realVisibility) {
    const { browser, end } = await spawnChromium({ path, profileDir, headless, args, env });
    const context = browser.contexts()[0];
    if (!context) throw new Error('The browser that was started has no profile open.');
    return { browser, context, end };
  }
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: path,
    headless,
    viewport: null,
    colorScheme,
    locale,
    ignoreDefaultArgs: ['--disable-extensions'],
    args,
    env,
  });
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for the persistent context.');
  return { browser, context, end: () => context.close() };
}

function listSwitches(
  options: ChromiumOptions,
  locale: DemoLocale,
  colorScheme: 'light' | 'dark',
): readonly string[] {
  return [
    ...chromiumSwitches(),
    ...(options.beforeInstall
      ? ['--enable-unsafe-extension-debugging']
      : [`--disable-extensions-except=${options.extensionDir}`, `--load-extension=${options.extensionDir}`]),
    '--remote-debugging-port=0',
    '--window-size=1440,960',
    `--lang=${locale}`,
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
  ];
}
