/**
 * The event in which a line passes from the page's world to the isolated one; cancelled by whoever takes it. The manifest
 * names the content script first and the observer second, and they run in that order (measured, Chromium 156, Firefox
 * 153); in another order there is no line, and the page's own state is read instead of its responses.
 */
export const LINE_OFFERED = 'hongshu-companion:line-offered';

/** The events on the line itself: a copied response goes one way, whether copies are wanted the other. */
export const LINE = { copy: 'copy', wanted: 'wanted', unwanted: 'unwanted' } as const;

/**
 * Whether elements of the page, and so perhaps its scripts, are there already: then nothing is offered or taken any more.
 * Other extensions may have put elements under the root before; the head is the first that the parser makes.
 */
export function hasPageBegun(): boolean {
  return document.head !== null || document.body !== null;
}
