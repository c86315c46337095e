/** What can be done in a page of the site with the user's own session. */
export const ACTION_NAMES = [
  'like',
  'unlike',
  'favorite',
  'unfavorite',
  'comment',
  'reply',
  'like-comment',
  'unlike-comment',
  'delete-own-comment',
] as const;

export type ActionName = (typeof ACTION_NAMES)[number];

/** What an action is about, and whether it says something. */
export interface ActionTraits {
  readonly target: 'note' | 'comment';
  readonly hasText: boolean;
}

export const ACTION_TRAITS: Readonly<Record<ActionName, ActionTraits>> = {
  like: { target: 'note', hasText: false },
  unlike: { target: 'note', hasText: false },
  favorite: { target: 'note', hasText: false },
  unfavorite: { target: 'note', hasText: false },
  comment: { target: 'note', hasText: true },
  reply: { target: 'comment', hasText: true },
  'like-comment': { target: 'comment', hasText: false },
  'unlike-comment': { target: 'comment', hasText: false },
  'delete-own-comment': { target: 'comment', hasText: false },
};
