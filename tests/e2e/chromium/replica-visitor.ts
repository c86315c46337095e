import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Replica, SessionName } from '../../replica/types';
import { chromiumSwitches } from '../../support/browsers/chromium-switches';
import { findWorkingBrowser } from '../../support/setup/find-working-browser';

/** A visitor of the replica in a browser without the extension. */
export interface Visitor {
  readonly page: Page;
  /** Errors of the page so far: console errors, uncaught ones, requests that failed. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A browser that takes the replica for the site. */
export async function launchForReplica(replica: Replica): Promise<Browser> {
  const { path } = await findWorkingBrowser('chromium');
  return chromium.launch({
    executablePath: path,
    args: [...chromiumSwitches(), ...replica.chromiumArgs()],
  });
}

/** Opens an empty tab with the cookies of this visitor and a profile of its own. */
export async function openVisitor(
  browser: Browser,
  replica: Replica,
  session: SessionName,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ignoreHTTPSErrors: true,
  });
  await context.addCookies([...replica.cookiesOf(session)]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('requestfailed', (request) =>
    errors.push(`${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  return { page, errors, close: () => context.close() };
}

/** Scrolls a note's comments to their end and unfolds every thread, as a reader would. */
export async function readAllComments(page: Page): Promise<void> {
  await page.waitForSelector('.comments-container');
  while ((await page.locator('.end-container, .no-comments').count()) === 0) {
    const shown = await page.locator('.parent-comment').count();
    await page.locator('.note-scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.waitForFunction(
      (before) =>
        document.querySelectorAll('.parent-comment').length > before ||
        document.querySelector('.end-container, .no-comments') !== null,
      shown,
    );
  }
  const button = page.locator('.show-more:not([hidden])').first();
  while ((await button.count()) > 0) {
    const shown = await page.locator('.comment-item-sub').count();
    await button.click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.comment-item-sub').length > before,
      shown,
    );
  }
}

/** Ids of the comments in the document, in its order. */
export function shownCommentIds(page: Page): Promise<string[]> {
  return page
    .locator('.comment-item')
    .evaluateAll((items) => items.map((item) => item.id.slice('comment-'.length)));
}
