import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { Replica, SessionName } from '../replica/types';
import type { DemoLocale } from './browsers/chromium-profile';
import { createFirefoxExtension } from './browsers/firefox-extension';
import type { FirefoxExtension } from './browsers/firefox-extension';
import { removeFolder } from './remove-folder';
import { findWorkingBrowser } from './setup/find-working-browser';

export interface FirefoxOptions {
  /** The world the browser takes for the site; without it the real network is used. */
  readonly replica?: Replica;
  /** Folder of the unpacked build. */
  readonly extensionDir: string;
  /** Kept after closing, when given; else a temporary one is made and deleted. */
  readonly profileDir?: string;
  readonly downloadDir?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Default `en-US`. */
  readonly locale?: DemoLocale;
  /** Default `light`. */
  readonly colorScheme?: 'light' | 'dark';
  /** Who visits the replica; default `guest`. */
  readonly session?: SessionName;
}

export interface RunningFirefox {
  readonly browser: Browser;
  readonly extension: FirefoxExtension;
  readonly downloadDir: string;
  newPage(): Promise<Page>;
  signIn(session: SessionName): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox and installs the built extension for the time of this run. */
export async function launchFirefox(options: FirefoxOptions): Promise<RunningFirefox> {
  const temporaryDir = mkdtempSync(join(tmpdir(), 'firefox-run-'));
  const downloadDir = options.downloadDir ?? join(temporaryDir, 'downloads');
  const profileDir = options.profileDir ?? join(temporaryDir, 'profile');
  mkdirSync(downloadDir, { recursive: true });
  mkdirSync(profileDir, { recursive: true });
  const addonId = readAddonId(options.extensionDir);
  const uuid = randomUUID();
  const { path } = await findWorkingBrowser('firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    userDataDir: profileDir,
    // Without it BiDi refuses to open moz-extension:// pages (measured, Firefox 153).
    args: ['--remote-allow-system-access', '--width=1440', '--height=960'],
    extraPrefsFirefox: {
      ...listPreferences(options, downloadDir),
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    },
  });
  const signIn = async (session: SessionName) => {
    await browser.deleteCookie(...(await browser.cookies()));
    await browser.setCookie(...(options.replica?.cookiesOf(session) ?? []).map((cookie) => ({ ...cookie })));
  };
  if (options.replica) await signIn(options.session ?? 'guest');
  await browser.installExtension(options.extensionDir);
  return {
    browser,
    extension: createFirefoxExtension(browser, addonId, uuid),
    downloadDir,
    signIn,
    newPage: () => browser.newPage(),
    async close() {
      await browser.close();
      removeFolder(temporaryDir);
    },
  };
}

function readAddonId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined)
    throw new Error(`${extensionDir} has no browser_specific_settings.gecko.id; is it the Firefox build?`);
  return id;
}

function listPreferences(
  options: FirefoxOptions,
  downloadDir: string,
): Record<string, string | number | boolean> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': downloadDir,
    'browser.download.useDownloadDir': true,
    'intl.accept_languages': options.locale === 'zh-CN' ? 'zh-CN,zh' : 'en-US,en',
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    ...options.replica?.firefoxPrefs(),
  };
}
