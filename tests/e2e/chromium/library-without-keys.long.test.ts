/** The library where no provider has a key: reached from the popup, honest about what is missing, at every width. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { checkLooks } from '../steps/check-looks';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { waitForRest } from '../steps/wait-for-rest';

const PROVIDER_HOSTS = /tikhub|justoneapi|parse\.bot/;

let stage: Stage;
let library: Page;
let libraryConsole: PageConsole;

beforeAll(async () => {
  stage = await launchWithReplica();
});

afterAll(() => stage.close());

const screen = (name: string) => library.getByRole('link', { name, exact: true });

describe('the library without any key', () => {
  test('asks for the set-up before anything else', async () => {
    library = await stage.chromium.extension.openPage('library.html');
    libraryConsole = watchConsole(library);
    await library.getByRole('button', { name: 'Finish set-up' }).waitFor();
    expect(await library.getByRole('textbox').count()).toBe(0);
    await answerWelcome(stage.chromium.extension);
    // Behind the page that was answered it would hardly draw.
    await library.bringToFront();
  });

  test('says that a key is wanted, leads to where it is added, and asks no provider', async () => {
    const field = library.getByRole('searchbox', { name: 'Keyword' });
    await field.fill('露营');
    await library.getByRole('button', { name: 'Search', exact: true }).click();
    await library.getByText('Connect a provider first').waitFor();
    const opened = stage.chromium.context.waitForEvent('page');
    await library.locator('main').getByRole('button', { name: 'Add a key' }).last().click();
    const options = await opened;
    expect(options.url()).toMatch(/options\.html#providers$/);
    await options.getByRole('heading', { name: 'Providers', level: 2 }).waitFor();
    await options.close();
    const asked = stage.replica.requests.filter(({ host }) => PROVIDER_HOSTS.test(host));
    expect(asked).toEqual([]);
  });

  test('keeps its screens in the address, for back and reload', async () => {
    await screen('Costs').click();
    await library.getByText('No calls yet').waitFor();
    expect(library.url()).toMatch(/#costs$/);
    await library.reload();
    await library.getByText('No calls yet').waitFor();
    await screen('Explore').click();
    await library.getByRole('searchbox').waitFor();
    await library.goBack();
    await library.getByText('No calls yet').waitFor();
  });

  test.each([360, 600, 1600])('is accessible and cuts nothing off at %i pixels', async (width) => {
    await library.setViewportSize({ width, height: 800 });
    for (const name of ['People', 'Topics', 'Costs', 'Explore']) {
      await screen(name).click();
      await waitForRest(library);
      await takeScreenshot(library, `chromium/library/${name.toLowerCase()}-${width}`);
      expect(await checkLooks(library)).toEqual([]);
    }
  });

  test('is reached by the keyboard from its navigation to the field', async () => {
    await screen('Explore').focus();
    const reached: string[] = [];
    for (let count = 0; count < 20 && !reached.includes('searchbox'); count += 1) {
      await library.keyboard.press('Tab');
      reached.push((await library.evaluate(() => document.activeElement?.getAttribute('role'))) ?? '');
    }
    expect(reached).toContain('searchbox');
    // One stop for the kinds of search: arrows move between them.
    expect(reached.filter((role) => role === 'radio')).toHaveLength(1);
  });

  test('is opened from the popup', async () => {
    const popup = await stage.chromium.extension.openPopup();
    await popup.getByRole('button', { name: 'Library' }).click();
    await waitFor(
      async () =>
        stage.chromium.context.pages().filter((page) => page.url().endsWith('/library.html')).length > 0,
      { what: 'the library in a tab of its own' },
    );
    expect(libraryConsole.errors).toEqual([]);
  });
});
