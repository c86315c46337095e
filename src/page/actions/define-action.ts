import type { ActionName } from '../../model/actions/action.catalog';
import type { ActionOrder, ActionOutcome, ActionRefusal } from '../../model/actions/page-action';
import type { Hands } from './steps/hands';

/** What an action has before it: the note in front, and the comment where it is about one. */
export interface Scene {
  readonly order: ActionOrder;
  readonly page: Document;
  /** The note's element. */
  readonly root: HTMLElement;
  /** The comment's element; there whenever the action is about a comment. */
  readonly comment: HTMLElement | undefined;
  /** Ids of the comments that stand in the page. */
  readonly listed: ReadonlySet<string>;
}

/** How things stand before the gesture. */
export type Verdict = { readonly is: 'possible' } | { readonly is: 'already' } | ActionRefusal;

export const POSSIBLE: Verdict = { is: 'possible' };

/** A part of the page that is not where the site used to keep it. */
export const notFound = (missing: string): ActionRefusal => ({
  is: 'refused',
  code: 'page-changed',
  missing,
});

/** The call that the gesture makes the page send, by which its answer is known. */
export interface ExpectedCall {
  /** What the path ends with, below the API's version. */
  readonly path: string;
  /** What the call's body says; `undefined`: it must not say that. */
  readonly body: Readonly<Record<string, string | undefined>>;
}

/**
 * One thing that can be done in a page. `check` and `checkReady` read and touch nothing; `prepare` does only what the site
 * never hears of; `perform` is the one gesture that counts.
 */
export interface PageAction {
  readonly name: ActionName;
  /** Whether it can be done, is done already, or why it cannot. */
  readonly check: (scene: Scene) => Verdict;
  /** Opens and fills in what the gesture needs. */
  readonly prepare?: (scene: Scene, hands: Hands) => Promise<Verdict>;
  /** In the same task as the gesture: whether all still stands as it was made ready. */
  readonly checkReady?: (scene: Scene) => Verdict;
  readonly perform: (scene: Scene) => void;
  readonly expects: (order: ActionOrder) => ExpectedCall;
  /** The page draws it before the site has answered, and takes it back after a refusal. */
  readonly isShownAtOnce: boolean;
  /** Whether the page shows it now, `since` it was looked at; the id of what is new, where there is one. */
  readonly shows: (scene: Scene, since?: Scene) => { readonly commentId?: string } | undefined;
  /** While the user has the last word: whether what they have before them is still this action; absent: as it was ready. */
  readonly isKept?: (scene: Scene) => boolean;
  /** Whether this is the user's own gesture that sends it; absent: any change shows at once. */
  readonly isPress?: (event: Event) => boolean;
  /** Takes back what was prepared. */
  readonly undo?: (scene: Scene) => void;
  /** How an answer without a refusal is read; absent: it is done. */
  readonly read?: (value: unknown) => Pick<Extract<ActionOutcome, { is: 'done' }>, 'commentId'>;
}
