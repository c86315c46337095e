import type { Viewer } from '../page-contract';
import { toCountText } from '../server/count-text';

/** What the site shows to an account that has done nothing: exact counts, no marks of its own. */
export const WEB_VIEWER: Viewer = {
  loggedIn: true,
  userId: '',
  author: undefined,
  hasLiked: () => false,
  hasCollected: () => false,
  hasLikedComment: () => false,
  follows: () => false,
  countText: (count) => toCountText(count, true),
};
