/** Where in a list something stands, of which only a part may be in the document. */
export interface ListPlace {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** What makes an element an entry of a list, with its place read out. */
export const toListItem = ({ index, count }: ListPlace) => ({
  role: 'listitem' as const,
  'aria-posinset': index + 1,
  'aria-setsize': count,
});
