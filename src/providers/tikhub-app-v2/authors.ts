import { appProfileShape, mapAppProfile } from '../rows/app/app-author';
import { appNotesShape, mapAppNotes } from '../rows/app/app-lists';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { findPersonGap, toPersonQuery } from '../tikhub/named-by';

const profile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: '/api/v1/xiaohongshu/app_v2/get_user_info',
  findGap: findPersonGap,
  toQuery: toPersonQuery,
  shape: appProfileShape,
  map: (row, { userId }) => mapAppProfile(row, userId),
});

const posted = defineTikhubEndpoint({
  operation: 'author.notes',
  path: '/api/v1/xiaohongshu/app_v2/get_user_posted_notes',
  findGap: findPersonGap,
  toQuery: (input) => ({ ...toPersonQuery(input), cursor: input.cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

/** What an author has collected, where they show it. */
const faved = defineTikhubEndpoint({
  operation: 'author.faved',
  path: '/api/v1/xiaohongshu/app_v2/get_user_faved_notes',
  findGap: findPersonGap,
  toQuery: (input) => ({ ...toPersonQuery(input), cursor: input.cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

export const authorProfile = [profile] as const;
export const authorNotes = [posted] as const;
export const authorFaved = [faved] as const;
