/** What somebody did, as a message of the notification page tells it. */
export type NotificationRelation = 'commented' | 'replied' | 'mentioned' | 'liked' | 'saved' | 'followed';

const RELATIONS: ReadonlyMap<string, NotificationRelation> = new Map([
  ['mention', 'mentioned'],
  ['liked', 'liked'],
  ['faved', 'saved'],
  ['follow', 'followed'],
]);

/**
 * The relation that a message's type stands for (types of saved bodies of the notification page, 2023; its lists are
 * "comments and @", "likes and collections", "new followers", public DOM analyses, mid-2026). `undefined` for a type that
 * is not known: the site's own words say it then.
 */
export function findRelation(type: string): NotificationRelation | undefined {
  if (type === 'comment/item') return 'commented';
  if (type === 'comment/comment') return 'replied';
  const [first] = type.split('/');
  return RELATIONS.get(first ?? '');
}

/** Whether it is something that is said, and may be answered. */
export const isTalk = (relation: NotificationRelation | undefined): boolean =>
  relation === 'commented' || relation === 'replied' || relation === 'mentioned';
