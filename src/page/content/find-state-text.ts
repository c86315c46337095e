/** The script whose text begins as the page's inline state does, right below the body (server-rendered pages, 2025-12). */
const BELOW_BODY = 'string(/html/body/script[starts-with(., "window.__INITIAL_STATE__=")])';
/** The same wherever it stands. */
const ANYWHERE = 'string(//script[starts-with(., "window.__INITIAL_STATE__=")])';

/** `XPathResult.STRING_TYPE`, without asking this world for the interface. */
const STRING_TYPE = 2;

/** Longer texts are not sent on. */
const MAX_LENGTH = 8_000_000;

/**
 * Text of the script that carries the page's inline state as it was loaded. Asked for by XPath, which gives the text
 * alone: to wrap one element for this world costs a page more than the whole search (measured, Chromium 156).
 */
export function findStateText(page: Document): string | undefined {
  for (const path of [BELOW_BODY, ANYWHERE]) {
    const { stringValue } = page.evaluate(path, page, null, STRING_TYPE);
    if (stringValue !== '') return stringValue.length <= MAX_LENGTH ? stringValue : undefined;
  }
  return undefined;
}
