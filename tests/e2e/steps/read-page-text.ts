import type { Page } from 'playwright-core';

/** Everything of a page that a user, a screenshot or a copy of it could tell: its markup, fields, address, storage, cookies. */
export async function readPageText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      new XMLSerializer().serializeToString(document),
      ...[...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
        ({ value }) => value,
      ),
      location.href,
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
      document.cookie,
    ].join('\n'),
  );
}
