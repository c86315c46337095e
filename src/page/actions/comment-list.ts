import { control, DECOY, SELECTORS } from '../../site/selectors';
import { isShown } from './find-note-root';

/** What the list of comments of the open note looks like at one moment. */
export interface CommentListLook {
  readonly scroller: HTMLElement | undefined;
  /** Comments and replies in the page, each counted once. */
  readonly shown: number;
  /** Visible buttons that open more replies, in the page's order. */
  readonly expanders: readonly HTMLElement[];
  readonly ending: 'end-marker' | 'login-wanted' | 'none' | undefined;
  /**
   * Marks of the site's decoys in the note, its comments or its bar of buttons, where there have been none so far (site
   * bundle 6.12.1, 2026-05): what a button is there cannot be trusted.
   */
  readonly hasDecoys: boolean;
}

/** Reads the list below the note's own element; changes nothing. */
export function readCommentList(root: ParentNode): CommentListLook {
  return {
    scroller: root.querySelector<HTMLElement>(SELECTORS.noteScroller) ?? undefined,
    shown: new Set([...root.querySelectorAll(SELECTORS.comment)].map(({ id }) => id)).size,
    expanders: [...root.querySelectorAll<HTMLElement>(control(SELECTORS.showMoreReplies))].filter(isShown),
    ending: findEnding(root),
    hasDecoys: root.querySelector(DECOY) !== null,
  };
}

/** Why the list ends where it does, as the page says. */
export function findEnding(root: ParentNode): CommentListLook['ending'] {
  if (root.querySelector(SELECTORS.commentsLogin)) return 'login-wanted';
  if (root.querySelector(SELECTORS.commentsEnd)) return 'end-marker';
  return root.querySelector(SELECTORS.noComments) ? 'none' : undefined;
}
