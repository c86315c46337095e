import type { ErrorCode } from '../errors';
import type { ActionName } from './action.catalog';

/**
 * How far an action is taken. `send`: to its end. `assist`: all but the last gesture, which is the user's own.
 * `rehearse`: all but the last gesture, then what was made ready is taken back. `verify`: nothing but a look whether an attempt has come through.
 */
export type ActionMode = 'send' | 'assist' | 'rehearse' | 'verify';

/** One action on one target, as a page is asked for it. Kept free of zod: it is bundled into pages. */
export interface ActionOrder {
  /** Names this one attempt: a page takes it once, however often it is asked for. */
  readonly actionId: string;
  readonly action: ActionName;
  readonly noteId: string;
  /** Who acts: a page that shows somebody else refuses. */
  readonly viewerId: string;
  readonly commentId?: string | undefined;
  /** The thread in which the comment stands, where it is a reply. */
  readonly rootCommentId?: string | undefined;
  /** One line of text. */
  readonly content?: string | undefined;
  readonly mode: ActionMode;
  /** Between two gestures. */
  readonly minPauseMs: number;
  readonly maxPauseMs: number;
  /** How often the list is scrolled or a thread opened, at most, to find the comment. */
  readonly maxSteps: number;
  /** `verify`: when the attempt was made. */
  readonly since?: number | undefined;
  /** `verify`: comments of this note that are known to have come of other attempts. */
  readonly others?: readonly string[] | undefined;
}

/** What an action came to. */
export type ActionOutcome =
  /** It is done. `answer`: the site's own answer said so; `page`: the page shows it. */
  | {
      readonly is: 'done';
      readonly proof: 'answer' | 'page';
      readonly commentId?: string | undefined;
      /** The words that were sent, where the user has sent other ones than were put there. */
      readonly said?: string | undefined;
    }
  /** It was so before; nothing was sent. */
  | { readonly is: 'already' }
  /** All but the last gesture went well, and was taken back; nothing was sent. */
  | { readonly is: 'rehearsed' }
  /** Nothing was sent, or the site has refused it: it did not happen. */
  | ActionRefusal
  /** The gesture was made, and nobody can say what came of it. Never made again before it was looked at. */
  | { readonly is: 'uncertain' };

export interface ActionRefusal {
  readonly is: 'refused';
  readonly code: ErrorCode;
  /** `page-changed`: what was not found. */
  readonly missing?: string | undefined;
  /** The site's stop sign, or its business code where that is none. */
  readonly sign?: string | undefined;
  readonly siteCode?: number | undefined;
}

/**
 * Where an action is in its page. `looking`: for its target; `preparing`: opens the box, types; `ready`: the gesture may be made
 * from now on; `waiting`: for the user's own gesture;
 * `pasting`: the same, where the box does not take the text and the user pastes it first; `sent`: the gesture was made, its answer is awaited; `over`.
 */
export type ActionPhase = 'looking' | 'preparing' | 'ready' | 'waiting' | 'pasting' | 'sent' | 'over';
