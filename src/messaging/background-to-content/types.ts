import type { ActionOrder } from '../../model/actions/page-action';

/** What the background may ask of a page's content script. Kept free of zod, since it is bundled into pages. */
export interface BackgroundToContent {
  /** Report the page anew now (with the inline state when `withState`); answers once the report has been taken. */
  'page.describe': { input: { withState: boolean }; output: Record<string, never> };
  /** Scroll and expand the comments of this note, paced as given, until something stops it. */
  'loading.start': {
    input: { loadId: string; noteId: string; minPauseMs: number; maxPauseMs: number; maxSteps: number };
    output: Record<string, never>;
  };
  'loading.stop': { input: Record<string, never>; output: Record<string, never> };
  /** Report once more how far this loading is, or that it is not under way. */
  'loading.tell': { input: { loadId: string; noteId: string }; output: Record<string, never> };
  /** Take this action; told of by reports. One that was asked for before is not taken again. */
  'action.start': { input: ActionOrder; output: Record<string, never> };
  /** Make no further gesture. */
  'action.stop': { input: Record<string, never>; output: Record<string, never> };
  /** Report once more how far this action is, or that it is not known in this page. */
  'action.tell': { input: { actionId: string }; output: Record<string, never> };
  /** Captures are wanted, or not any more. */
  'capture.allow': { input: { allowed: boolean }; output: Record<string, never> };
}
