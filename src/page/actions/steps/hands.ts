import type { ActionPhase } from '../../../model/actions/page-action';
import type { CopiedAnswer } from '../confirm/find-answer';
import type { Pace } from '../pause';

/** What an action works with; all of it is handed in. */
export interface Hands {
  readonly page: Document;
  readonly pace: Pace;
  /** The user or the background wants no more gestures. */
  readonly signal: AbortSignal;
  /** Puts a text on the clipboard, where the browser lets a page do that; nobody is told whether it did. */
  readonly copy: (text: string) => void;
  /** The page is being left. */
  readonly gone: AbortSignal;
  /** Who looks at the page, as it says itself. */
  readonly readViewer: () => {
    readonly loggedIn: boolean | undefined;
    readonly viewerId: string | undefined;
  };
  /** The stop sign the page has given since the start, if any. */
  readonly findSign: () => { readonly sign: string; readonly class: string } | undefined;
  /** The stop sign in one answer, if any. */
  readonly findSignIn: (answer: {
    readonly status: number;
    readonly code?: number | undefined;
  }) => { readonly sign: string; readonly class: string } | undefined;
  /** Answers that the page has had since the start; `undefined` where they cannot be copied. */
  readonly answers: () => readonly CopiedAnswer[] | undefined;
  /** Told of each answer; returns what ends that. */
  readonly onAnswer: (listener: () => void) => () => void;
  readonly onPhase: (phase: ActionPhase) => void;
  /**
   * Resolves when it is written down outside of this page that the gesture may be made from now on; false where it could
   * not be: then it is not made.
   */
  readonly announce: () => Promise<boolean>;
}
