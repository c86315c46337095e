const ID = '[0-9a-f]{24}';

/** All routes that show a note, its id last (site bundle xhs-pc-web 6.12.1, 2026-05). */
const NOTE_PATHS: readonly RegExp[] = [
  new RegExp(`^/explore/(${ID})$`),
  new RegExp(`^/discovery/item/(?:sgh/)?(${ID})$`),
  new RegExp(`^/user/profile/${ID}/(${ID})$`),
  new RegExp(`^/board/${ID}/(${ID})$`),
  new RegExp(`^/search_result(?:_ai)?/(${ID})$`),
  new RegExp(`^/notification/(${ID})$`),
  new RegExp(`^/activity/51/(${ID})$`),
];

/** The note a page path shows; `undefined` for other pages. */
export function findNoteIdInPath(path: string): string | undefined {
  for (const pattern of NOTE_PATHS) {
    const match = pattern.exec(path);
    if (match !== null) return match[1];
  }
  return undefined;
}
