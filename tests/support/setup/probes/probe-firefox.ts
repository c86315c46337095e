import { randomUUID } from 'node:crypto';
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { openMozExtensionPage } from '../../browsers/firefox-page';
import { minimumVersion } from '../browser-kind';
import type { BrowserProbe } from '../browser-kind';
import { probeAddonId, probeAnswer, writeProbeExtension } from './probe-extension';

const answerWithinMs = 30_000;

/** Starts the executable headless, installs a tiny extension for the time, and asks its background for an answer. */
export const probeFirefox: BrowserProbe = async (path) => {
  const probe = writeProbeExtension('firefox');
  const uuid = randomUUID();
  let browser: Browser | undefined;
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: path,
      headless: true,
      timeout: answerWithinMs,
      userDataDir: probe.profileDir,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [probeAddonId]: uuid }) },
    });
    const version = (await browser.version()).replace(/^firefox\//i, '');
    if (Number.parseInt(version, 10) < minimumVersion.firefox) {
      return { ok: false, reason: `version ${version} is older than ${minimumVersion.firefox}` };
    }
    await browser.installExtension(probe.extensionDir);
    const page = await browser.newPage();
    await openMozExtensionPage(page, `moz-extension://${uuid}/page.html`, answerWithinMs);
    const answer: unknown = await page.evaluate("browser.runtime.sendMessage('probe')");
    return answer === probeAnswer
      ? { ok: true, version }
      : { ok: false, reason: 'the background of an extension gave a wrong answer' };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: text.split('\n')[0] ?? text };
  } finally {
    await browser
      ?.close()
      .catch((error: unknown) => console.error(`[setup] ${path} did not close: ${String(error)}`));
    probe.remove();
  }
};
