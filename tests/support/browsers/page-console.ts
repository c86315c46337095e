import type { Page } from 'playwright-core';

/** Errors that a page has shown in its console, or thrown without catching, since `watchConsole` was called. */
export interface PageConsole {
  readonly errors: readonly string[];
}

/** Collects console errors and uncaught exceptions of a page, through all its navigations. */
export function watchConsole(page: Page): PageConsole {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  return { errors };
}
