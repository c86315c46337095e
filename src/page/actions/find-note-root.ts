import { SELECTORS } from '../../site/selectors';

/** How a note stands in the page. */
export interface NoteRoot {
  readonly element: HTMLElement;
  readonly shownAs: 'page' | 'overlay';
}

/**
 * The element that shows this note now. Pages the user has left can stay in the DOM, so the address must name the note
 * too, and of several containers only a visible one counts.
 */
export function findNoteRoot(noteId: string, page: Document = document): NoteRoot | undefined {
  if (!isNoteInAddress(noteId, page)) return undefined;
  const mask = findMask(noteId, page);
  const overlaid = mask?.querySelector<HTMLElement>(SELECTORS.note);
  if (overlaid) return { element: overlaid, shownAs: 'overlay' };
  if (mask) return undefined;
  for (const element of page.querySelectorAll<HTMLElement>(SELECTORS.note)) {
    if (!element.closest(SELECTORS.overlay) && isShown(element)) return { element, shownAs: 'page' };
  }
  return undefined;
}

/** Id of the note in the overlay, as far as the address agrees; while one overlay closes another note may be in it. */
export function findOverlayNoteId(page: Document = document): string | undefined {
  for (const mask of page.querySelectorAll(SELECTORS.overlay)) {
    const noteId = mask.getAttribute('note-id');
    if (noteId && isNoteInAddress(noteId, page)) return noteId;
  }
  return undefined;
}

function findMask(noteId: string, page: Document): Element | undefined {
  return [...page.querySelectorAll(SELECTORS.overlay)].find(
    (mask) => mask.getAttribute('note-id') === noteId,
  );
}

/** Whether the address names the note. */
export function isNoteInAddress(noteId: string, page: Document): boolean {
  return page.location.pathname.includes(noteId);
}

/** Whether an element is drawn: what is hidden, or kept alive in the background, has no boxes. */
export function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}
