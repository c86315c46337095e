/** Markup as elements of this page; parsed apart, so that its scripts do not run. */
export function parseMarkup(markup: string): Node[] {
  const parsed = new DOMParser().parseFromString(`<!doctype html><body>${markup}</body>`, 'text/html');
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

/** Makes this markup the page's body. */
export function drawBody(markup: string): void {
  document.body.replaceChildren(...parseMarkup(markup));
}
