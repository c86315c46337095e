import type { PageReport } from '../../../messaging/content-to-background/types';
import { SELECTORS } from '../../../site/selectors';
import { findEnding } from '../../actions/comment-list';
import { findNoteRoot, findOverlayNoteId } from '../../actions/find-note-root';

/** What is looked for in every page; the inline state and the time are added by who sends it. */
export type PageLook = Omit<PageReport, 'initialState' | 'at'>;

const MAX_TITLE = 2_000;
const MAX_REFUSAL = 2_000;
/** More than any page marks; what is beyond is not reported. */
const MAX_PINNED = 20;
/** What is pinned stands first; of so many it would show that a comment no longer is. */
const MAX_LISTED = 200;

/** Reads from the DOM what a page says of itself. Costs a few queries, and touches nothing. */
export function describePage(page: Document): PageLook {
  const overlayNoteId = findOverlayNoteId(page);
  return {
    url: page.URL,
    title: page.title.slice(0, MAX_TITLE),
    visible: page.visibilityState === 'visible',
    loggedIn: readLoggedIn(page),
    viewerId: readViewerId(page),
    overlayNoteId,
    refusal: readRefusal(page),
    captcha: page.querySelector(SELECTORS.captcha) !== null,
    ...describeComments(overlayNoteId, page),
  };
}

/** Asking which element is drawn makes the browser lay out the page, so that is done only where there is something to read. */
function describeComments(
  overlayNoteId: string | undefined,
  page: Document,
): Pick<PageLook, 'commentsEnd' | 'pinnedCommentIds' | 'listedCommentIds'> {
  if (!findEnding(page) && !page.querySelector(SELECTORS.comment)) return {};
  const noteId = overlayNoteId ?? findNoteIdInPath(page.location.pathname);
  const root = noteId === undefined ? undefined : findNoteRoot(noteId, page)?.element;
  if (!root) return {};
  const marks = [...root.querySelectorAll(SELECTORS.pinnedMark)].map((mark) =>
    mark.closest(SELECTORS.comment),
  );
  return {
    commentsEnd: findEnding(root),
    pinnedCommentIds: toCommentIds(marks, MAX_PINNED),
    listedCommentIds: toCommentIds([...root.querySelectorAll(SELECTORS.comment)], MAX_LISTED),
  };
}

/** The ids of comments; missing where there are none. */
function toCommentIds(elements: readonly (Element | null)[], most: number): string[] | undefined {
  const ids = elements.flatMap((element) => /^comment-([0-9a-f]{24})$/.exec(element?.id ?? '')?.[1] ?? []);
  return ids.length > 0 ? ids.slice(0, most) : undefined;
}

/** A note is always the last part of the paths that name one (route table, site bundle xhs-pc-web 6.12.1, 2026-05). */
function findNoteIdInPath(path: string): string | undefined {
  return /\/([0-9a-f]{24})$/.exec(path)?.[1];
}

/** Whether somebody is logged in, as the page says; `undefined` where it does not. */
export function readLoggedIn(page: Document): boolean | undefined {
  const flag = page.querySelector(SELECTORS.app)?.getAttribute('data-logged');
  return flag === '1' ? true : flag === '0' ? false : undefined;
}

/** Id of the one who is logged in, from the link to their own page. */
export function readViewerId(page: Document): string | undefined {
  const link = page.querySelector(SELECTORS.viewerLink)?.getAttribute('href');
  return /\/user\/profile\/([0-9a-f]{24})/.exec(link ?? '')?.[1];
}

function readRefusal(page: Document): string | undefined {
  const element = page.querySelector(SELECTORS.refusal) ?? page.querySelector(SELECTORS.refusalOlder);
  return element?.textContent?.trim().slice(0, MAX_REFUSAL) || undefined;
}
