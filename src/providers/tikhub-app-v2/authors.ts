import type { OperationInput } from '../../model/providers/operation';
import { appProfileShape, mapAppProfile } from '../rows/app/app-author';
import { appNotesShape, mapAppNotes } from '../rows/app/app-lists';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';

type ProfileInput = OperationInput<'author.profile'>;

const profile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: '/api/v1/xiaohongshu/app_v2/get_user_info',
  findGap: ({ userId, shareText }: ProfileInput) =>
    userId === undefined && shareText === undefined ? 'author-unnamed' : undefined,
  toQuery: ({ userId, shareText }) =>
    userId === undefined ? { share_text: shareText } : { user_id: userId },
  shape: appProfileShape,
  map: (row, { userId }) => mapAppProfile(row, userId),
});

const posted = defineTikhubEndpoint({
  operation: 'author.notes',
  path: '/api/v1/xiaohongshu/app_v2/get_user_posted_notes',
  toQuery: ({ userId, cursor }) => ({ user_id: userId, cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

/** What an author has collected, where they show it. */
const faved = defineTikhubEndpoint({
  operation: 'author.faved',
  path: '/api/v1/xiaohongshu/app_v2/get_user_faved_notes',
  toQuery: ({ userId, cursor }) => ({ user_id: userId, cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

export const authorProfile = [profile] as const;
export const authorNotes = [posted] as const;
export const authorFaved = [faved] as const;
