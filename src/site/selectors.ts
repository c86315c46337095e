/**
 * Every selector of the site's DOM that the product uses. Class names as in the site's stylesheets and scripts
 * (xhs-pc-web 6.12.1, 2026-05), nesting as in rendered pages (2025-11 and 2026-05) and server-rendered note pages
 * (2025-12). `data-v-*` attributes change with every build of the site and are never used.
 */
export const SELECTORS = {
  /** `data-logged="1|0"`: whether someone is logged in (equal to the state in 1,774 of 1,774 server pages, 2025-12). */
  app: '#global[data-logged]',
  /** The link to the viewer's own page in the side bar; only there when logged in (rendered pages, 2025-11). */
  viewerLink: '.user.side-bar-component a[href*="/user/profile/"]',
  /** The overlay over a feed; `note-id` names the note (site bundle 6.12.1, 2026-05). */
  overlay: '.note-detail-mask',
  /** The open note, in the overlay or on a page of its own; pages left behind stay in the DOM, so look inside it. */
  note: '#noteContainer',
  /** What scrolls the text and the comments; `window` itself does not move (rendered pages, 2025-11). */
  noteScroller: '.note-scroller',
  comments: '.comments-el',
  /** A comment or reply; its id is `comment-<24 hex digits>`. */
  comment: '.comment-item[id^="comment-"]',
  /** 「置顶评论」, inside the comment that its note's author has put on top (rendered pages, 2025-11). */
  pinnedMark: '.comments-el .labels .top',
  /** 「展开 N 条回复」, then 「展开更多回复」, ten replies a click. */
  showMoreReplies: '.reply-container .show-more',
  /** 「- THE END -」 */
  commentsEnd: '.comments-el .end-container',
  /** 「这是一片荒地」 */
  noComments: '.comments-el .no-comments',
  /** In its place for a visitor who is not logged in. */
  commentsLogin: '.comments-el .comments-login',
  /** The page's own words in place of a note (site bundle 6.12.1, 2026-05). */
  refusal: '.access-container .access-wrapper .title, .access-modal .access-modal-content',
  /** Older forms of the same (public tools, 2025). */
  refusalOlder: '.error-wrapper, .not-found-wrapper, .blocked-wrapper',
  loginDialog: '.login-container',
  /** The risk check's dialog (site bundle 6.12.1, 2026-05). */
  captcha: '[id^="red-captcha"]',
} as const;

/**
 * The marks of the site's decoys: copies of a control that stand before the real one, with the same classes, and report
 * whoever touches them (site bundle 6.12.1, 2026-05). `aria-hidden` is no mark: real icons may carry it.
 */
export const DECOY = '[button-hp-installed], [data-hp-kind]';

/**
 * The marks of a real control that reports clicks which are no person's, and of what holds it (site bundle 6.12.1,
 * 2026-05): never yet in the bar below a note nor among its comments.
 */
export const WATCHED =
  '.engage-bar :is([data-hp-bound], [data-hp-container-rel]), .comments-el :is([data-hp-bound], [data-hp-container-rel])';

/**
 * Decoys of a kind that is not known: the site has begun to watch other controls than the header's close, search and
 * input, the channels and the search's filters (site bundle 6.12.1, 2026-05).
 */
export const UNKNOWN_DECOY = `[data-hp-kind]${['close', 'search', 'input', 'channel', 'filter']
  .map((kind) => `:not([data-hp-kind="${kind}"])`)
  .join('')}`;

/** The selector without the site's decoys; for every query for something that is to be clicked or typed into. */
export function control(selector: string): string {
  return selector
    .split(',')
    .map((part) => `${part.trim()}:not([button-hp-installed]):not([data-hp-kind])`)
    .join(', ');
}
