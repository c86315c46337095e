/**
 * The browser's own questions, whether the extension may talk to a provider or show messages, as users of the released build meet it: in a
 * window on a screen, answered with the keyboard and the mouse; a browser without a window asks nobody (measured, Chromium 156).
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVirtualDisplay } from '../../support/desk/virtual-display';
import type { VirtualDisplay } from '../../support/desk/virtual-display';
import { takeScreenshot } from '../../support/screenshots';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

const HOSTS = ['https://api.tikhub.io/*', 'https://api.tikhub.dev/*', 'https://cache.tikhub.io/*'];
const programs = findDeskPrograms('display');

describe.skipIf(!programs)('in a window on a screen', () => {
  let display: VirtualDisplay;
  let stage: Stage;
  let options: Page;
  let card: Locator;
  let key: string;

  beforeAll(async () => {
    if (!programs) throw new Error('No screen to be had.');
    display = await startVirtualDisplay(programs);
    stage = await launchWithReplica({
      chromium: { realVisibility: true, headless: false, display: display.name },
    });
    const { extension } = stage.chromium;
    key = stage.replica.providerKey('tikhub').value;
    await answerWelcome(extension);
    options = await extension.openPage('options.html#providers');
    await options.bringToFront();
    card = options.getByRole('region', { name: 'TikHub', exact: true });
  });

  afterAll(async () => {
    await stage.close();
    await display.close();
  });

  const hasHosts = () =>
    stage.chromium.extension.evaluate(`chrome.permissions.contains({ origins: ${JSON.stringify(HOSTS)} })`);
  const isKept = async () =>
    JSON.stringify(await stage.chromium.extension.readStorage('local')).includes(key);
  const field = () => card.getByLabel('TikHub key', { exact: true });

  const hasFocus = () => options.evaluate(() => document.hasFocus());

  /** Presses a button that makes the browser ask. As long as it asks, the page has no focus. */
  async function beAsked(button: Locator): Promise<void> {
    await waitFor(hasFocus, { what: 'the page to have the focus' });
    await button.click();
    await waitFor(async () => !(await hasFocus()), { what: 'the browser to ask' });
  }

  /** Does it again until the question is gone: for half a second after it came up the browser takes no answer. */
  async function answer(act: (turn: number) => Promise<void>): Promise<void> {
    let turn = 0;
    const isAnswered = async () => {
      if (await hasFocus()) return true;
      await act(turn++);
      return false;
    };
    await waitFor(isAnswered, { what: 'the question to be answered', everyMs: 300 });
  }

  const deny = () => answer(() => display.press('Escape'));

  /**
   * The question hangs in the middle below the address bar, and Allow stands at its right end; how far down depends on
   * the words above it. Nothing else stands in that column (Chromium 156).
   */
  const allow = async () => {
    const middle = await options.evaluate(() => screenX + outerWidth / 2);
    await answer((turn) => display.click({ x: middle + 168, y: 240 + (turn % 16) * 12 }));
  };

  test('a no: it is said, nothing is saved, and the key stays in its field', async () => {
    await card.getByRole('button', { name: 'Add a key' }).click();
    await field().fill(key);
    expect(await hasHosts()).toBe(false);
    await beAsked(card.getByRole('button', { name: 'Allow and save' }));
    await deny();
    await card.getByText('The browser did not allow it. Without that, TikHub cannot be used.').waitFor();
    await takeScreenshot(options, 'chromium/permission/denied');
    expect(await field().inputValue()).toBe(key);
    expect(await isKept()).toBe(false);
    expect(await hasHosts()).toBe(false);
  });

  test('a yes: the key is saved, and works', async () => {
    await beAsked(card.getByRole('button', { name: 'Allow and save' }));
    await allow();
    await options.getByText('The key for TikHub is saved.').waitFor();
    await takeScreenshot(options, 'chromium/permission/allowed');
    expect(await isKept()).toBe(true);
    expect(await hasHosts()).toBe(true);
    expect(stage.replica.providerCalls).toEqual([]);
    await card.getByRole('button', { name: 'Test', exact: true }).click();
    await waitFor(() => stage.replica.providerCalls.length > 0, { what: 'the vendor to be asked' });
    expect(stage.replica.providerCalls.map(({ keyName }) => keyName)).toEqual(['valid']);
  });

  test('taken back in the browser: the options say so, and a press asks again', async () => {
    await stage.chromium.extension.evaluate(
      `chrome.permissions.remove({ origins: ${JSON.stringify(HOSTS)} })`,
    );
    await card.getByText('The browser keeps the extension out of TikHub').waitFor();
    // What was allowed once is given again without a question (measured, Chromium 156).
    await card.getByRole('button', { name: 'Allow TikHub' }).click();
    await card.getByText('The browser keeps the extension out of TikHub').waitFor({ state: 'hidden' });
    expect(await hasHosts()).toBe(true);
    expect(await isKept()).toBe(true);
  });

  test('messages when a job is over: a no leaves them off, a yes switches them on', async () => {
    const { extension } = stage.chromium;
    const isAllowed = () =>
      extension.evaluate("chrome.permissions.contains({ permissions: ['notifications'] })");
    const isOn = async () =>
      JSON.stringify(await extension.readStorage('local')).includes('"notifyJobs":true');
    await options.locator('.side-nav a[href="#general"]').click();
    const line = options.locator('label', { hasText: 'Notify me when a job is over' });
    await beAsked(line);
    await deny();
    await options.getByText(/^The browser did not allow it, so there are no notifications/).waitFor();
    await takeScreenshot(options, 'chromium/permission/notices-denied');
    expect(await isAllowed()).toBe(false);
    expect(await isOn()).toBe(false);
    expect(await line.getByRole('switch').isChecked()).toBe(false);
    await beAsked(line);
    await allow();
    await waitFor(isOn, { what: 'the choice to be kept' });
    expect(await isAllowed()).toBe(true);
    expect(await line.getByRole('switch').isChecked()).toBe(true);
  });
});
