/** Comments a page, of the series that is asked first (real calls of App V2, 2026-08: 10 a page). */
const PAGE = 10;
/** Threads need pages of their own: so much more than the pages of the list alone, of notes that are much answered. */
const THREADS = 1.2;

/** About how many calls all comments of a note take. A guess: how the replies are spread is not known before. */
export const guessCommentCalls = (comments: number): number =>
  Math.max(1, Math.ceil((comments / PAGE) * THREADS));
