import { control } from './selectors';

/**
 * What is pressed and typed into: the bar below a note, and a comment's own buttons. Drawn by the page's client alone.
 * Class names by the like button's script and the style sheets of the site bundle xhs-pc-web 6.12.1, 2026-05; nesting by
 * rendered pages, 2025-11 to 2026-05. `like-active` says that a button can be used, never that something is liked.
 */
export const CONTROLS = {
  /** Within the note. Comments have likes of the same class, so the bar comes first. */
  likeNote: '.engage-bar .interact-container .left .like-wrapper',
  collectNote: '.engage-bar .interact-container .left .collect-wrapper',
  /** The bar's text field before it is used; a click on it opens the box. */
  boxOpener: '.engage-bar .input-box .content-edit .inner-when-not-active',
  /** One line of text. */
  editor: '.engage-bar .input-box #content-textarea, .engage-bar .content-edit p.content-input',
  /** 「发送」; disabled or gray as long as there is nothing to send. */
  send: '.engage-bar .bottom button.submit',
  /** 「取消」 */
  cancel: '.engage-bar .bottom button.cancel',
  /** 「回复 …」 above the box, while what is typed answers a comment. */
  answering: '.engage-bar .reply-content',
  /** Within a comment or a reply. */
  likeComment: '.interactions .like .like-wrapper',
  answer: '.interactions .reply.icon-container',
  /** Three dots and what they open (analysis of the rendered page, mid-2026). */
  menu: '.comment-menu .delete-dropdown',
  menuItem: '.comment-menu .menu-item',
} as const;

/** What is read of a comment before anything is pressed in it. */
export const COMMENT_PARTS = {
  /** A top-level comment with its replies. */
  thread: '.parent-comment',
  /** What holds the replies of a thread. */
  replies: '.reply-container',
  author: '.author a.name[data-user-id]',
  /** The name of whom a reply answers that answers another reply: 「回复 … :」. */
  answered: '.content .nickname',
  text: '.content .note-text',
} as const;

/** A control below an element; the site's decoys are none. */
export function findControl(root: ParentNode, name: keyof typeof CONTROLS): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(control(CONTROLS[name])) ?? undefined;
}

/** Whether something happened to a control, or to what is drawn in it. */
export function isWithin({ target }: Event, name: keyof typeof CONTROLS): boolean {
  return target instanceof Element && target.closest(control(CONTROLS[name])) !== null;
}

/**
 * Whether a like or a collection is given, by the symbol that its picture refers to (like button of site bundle 6.12.1,
 * 2026-05): `#like` or `#liked`, `#collect` or `#collected`. `undefined`: another symbol, or none.
 */
export function readSwitch(button: Element): 'on' | 'off' | undefined {
  for (const use of button.querySelectorAll('use')) {
    const symbol = use.getAttribute('xlink:href') ?? use.getAttribute('href');
    if (symbol === '#liked' || symbol === '#collected') return 'on';
    if (symbol === '#like' || symbol === '#collect') return 'off';
  }
  return undefined;
}
