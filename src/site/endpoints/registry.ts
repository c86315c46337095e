import { commentActions } from './comment-actions';
import { commentPage } from './comment-page';
import { commentPost } from './comment-post';
import { commentSubPage } from './comment-sub-page';
import type { Endpoint } from './define-endpoint';
import { feed } from './feed';
import { messages } from './messages';
import { noteActions } from './note-actions';
import { homefeed, profileLists, searchNotes } from './note-lists';
import { otherInfo, selfInfo, userMe } from './people';

/** Every call that is read; `site/patterns` matches the same ones inside the page. */
export const ENDPOINTS: readonly Endpoint[] = [
  feed,
  commentPage,
  commentSubPage,
  commentPost,
  ...commentActions,
  ...noteActions,
  homefeed,
  searchNotes,
  ...profileLists,
  userMe,
  selfInfo,
  otherInfo,
  ...messages,
];

/** The endpoint an address belongs to; `undefined` for every other address of the site. */
export function findEndpoint(pathname: string): Endpoint | undefined {
  const path = /\/api\/sns\/web\/(.+)$/.exec(pathname)?.[1];
  return path === undefined ? undefined : ENDPOINTS.find((endpoint) => endpoint.path.test(path));
}
