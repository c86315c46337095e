import { PAGE_BREAKS } from '../../model/providers/operation-output';

/**
 * Why a list breaks off: nobody says that it is over, and there is no way on. Its pages bring nothing new, go in a
 * circle, or promise more and lead nowhere.
 */
export const LIST_BREAKS = ['nothing-new', ...PAGE_BREAKS] as const;
export type ListBreak = (typeof LIST_BREAKS)[number];

/** Why a list is not read on. Only `end` is the word of the provider; `known`: only what is new was wanted. */
export const LIST_ENDS = ['end', 'known', ...LIST_BREAKS] as const;
export type ListEnd = (typeof LIST_ENDS)[number];

export const isBreak = (end: string | undefined): end is ListBreak =>
  LIST_BREAKS.some((known) => known === end);
