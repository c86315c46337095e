/** How the page's inline state begins (server-rendered pages, 2025-12). */
const BEGINNING = 'window.__INITIAL_STATE__=';

/** Longer texts are not sent on. */
const MAX_LENGTH = 8_000_000;

/** Text of the script that carries the state of the page as it was loaded. It stands near the end of the document. */
export function findStateText(page: Document): string | undefined {
  const { scripts } = page;
  for (let i = scripts.length - 1; i >= 0; i -= 1) {
    const script = scripts[i];
    if (!script || script.hasAttribute('src')) continue;
    const text = script.textContent ?? '';
    if (text.startsWith(BEGINNING)) return text.length <= MAX_LENGTH ? text : undefined;
  }
  return undefined;
}
