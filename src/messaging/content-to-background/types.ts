import type { ActionOutcome, ActionPhase } from '../../model/actions/page-action';

/**
 * What a content script may tell the background; nothing else is accepted from a page. All of it is a report: a page
 * can never start an action, an export or a call to a provider. Kept free of zod, since it is bundled into pages.
 */

/** A known response of the page's own, as text; it is parsed in the background. */
export interface CaptureReport {
  /** The address that answered, without what signs it. */
  readonly url: string;
  readonly status: number;
  readonly body: string;
  /** The request's body where the page sent one as text. */
  readonly requestBody: string | undefined;
  /** Address of the page when the response came. */
  readonly pageUrl: string;
  readonly at: number;
}

/**
 * What the page is. The first report of a page that is read from its beginning has the address and the inline state
 * alone, and that of a move the address alone; what the DOM tells comes where somebody wanted it to be looked at.
 */
export interface PageReport {
  readonly url: string;
  readonly title?: string | undefined;
  readonly visible?: boolean | undefined;
  /** `data-logged` of `#global`. */
  readonly loggedIn?: boolean | undefined;
  /** The viewer's id from the link to their own page. */
  readonly viewerId?: string | undefined;
  /** Note id of the overlay (`.note-detail-mask[note-id]`), when one is open. */
  readonly overlayNoteId?: string | undefined;
  /** Text of the refusal the page shows in place of a note. */
  readonly refusal?: string | undefined;
  /** A captcha or verification dialog is in the page. */
  readonly captcha?: boolean | undefined;
  /** Text of the inline state script, once per document and only on its first report. */
  readonly initialState?: string | undefined;
  /** Why the list of comments ends where it does, as the page says. */
  readonly commentsEnd?: 'end-marker' | 'login-wanted' | 'none' | undefined;
  /** Ids of the open note's comments that are marked as pinned; a call does not say it. */
  readonly pinnedCommentIds?: readonly string[] | undefined;
  /** Ids of the comments that the open note lists, the first ones: those without the mark are not pinned. */
  readonly listedCommentIds?: readonly string[] | undefined;
  /** The page has moved, or its responses cannot be copied: what stands in the DOM should be asked for. */
  readonly wantsLook?: boolean | undefined;
  readonly at: number;
}

/** Progress of "load comments for me". */
export interface LoadingReport {
  readonly loadId: string;
  readonly noteId: string;
  readonly running: boolean;
  readonly steps: number;
  readonly shown: number;
  /** Threads that were opened. */
  readonly expanded: number;
  readonly stoppedBy: string | undefined;
  readonly sign: string | undefined;
  readonly at: number;
}

/** How far an action is that the background has ordered. */
export interface ActionReport {
  readonly actionId: string;
  /** `unknown`: this page has never heard of it. */
  readonly phase: ActionPhase | 'unknown';
  readonly outcome: ActionOutcome | undefined;
  readonly at: number;
}

export interface ContentToBackground {
  /** A known response came in. Refused (and dropped) while paused or before consent. */
  'capture.report': { input: CaptureReport; output: Record<string, never> };
  /** The page is new, moved on, or changed in front. The answer says whether captures are wanted at all. */
  'page.report': { input: PageReport; output: { capture: boolean } };
  /** "Load comments for me" took a step or stopped. */
  'loading.report': { input: LoadingReport; output: Record<string, never> };
  /** An action that was ordered is one phase further. `known`: it is written down; this page was asked for it. */
  'action.report': { input: ActionReport; output: { known: boolean } };
  /** The page's own request for comments ended, but no body could be copied: the live state should be read. */
  'state.changed': { input: { pageUrl: string; at: number }; output: Record<string, never> };
}
