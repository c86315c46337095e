import * as z from 'zod/mini';
import { defineProvider } from '../provider';
import { appProfileShape, mapAppProfile } from '../rows/app/app-author';
import { appNotesShape, mapAppNotes } from '../rows/app/app-lists';
import { readAppDetail } from '../rows/app/app-detail';
import { flattenProfile } from '../rows/app/flatten-profile';
import { appCommentsShape } from '../rows/app-comments';
import { findMissingNoteId, findMissingUserId } from '../rows/missing-id';
import { readShape } from '../rows/read-shape';
import { mapWholeCursorPage } from '../tikhub/app-threads';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { openTikhub } from '../tikhub/envelope';
import { toTikhubRequest } from '../tikhub/to-request';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';

const ROOT = '/api/v1/xiaohongshu/web_v2';

/** Takes a share text in place of the id (TikHub's index of endpoints, 2026-06-15). */
const noteDetail = defineTikhubEndpoint({
  operation: 'note.detail',
  path: `${ROOT}/fetch_feed_notes_v2`,
  findGap: findNoteGap,
  toQuery: toNoteQuery,
  shape: z.unknown(),
  map: (content, { noteId }) => readAppDetail(content, noteId),
});

const noteComments = defineTikhubEndpoint({
  operation: 'note.comments',
  path: `${ROOT}/fetch_note_comments`,
  findGap: ({ noteId, sort }) => findMissingNoteId({ noteId }) ?? (sort === undefined ? undefined : 'sort'),
  toQuery: ({ noteId, cursor }) => ({ note_id: noteId, cursor }),
  shape: appCommentsShape,
  map: mapWholeCursorPage,
});

const noteReplies = defineTikhubEndpoint({
  operation: 'note.replies',
  path: `${ROOT}/fetch_sub_comments`,
  findGap: findMissingNoteId,
  toQuery: ({ noteId, rootCommentId, cursor }) => ({ note_id: noteId, comment_id: rootCommentId, cursor }),
  shape: appCommentsShape,
  map: mapWholeCursorPage,
});

const authorProfile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: `${ROOT}/fetch_user_info_app`,
  findGap: findMissingUserId,
  toQuery: ({ userId }) => ({ user_id: userId }),
  shape: z.unknown(),
  map: (content, { userId }) => mapAppProfile(readShape(appProfileShape, flattenProfile(content)), userId),
});

const authorNotes = defineTikhubEndpoint({
  operation: 'author.notes',
  path: `${ROOT}/fetch_home_notes_app`,
  findGap: findMissingUserId,
  toQuery: ({ userId, cursor }) => ({ user_id: userId, cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

/** What still lives of the second web series (vendor's index of 2026-06): the app's bodies again. */
export const tikhubWebV2 = defineProvider({
  id: 'tikhub-web-v2',
  family: 'tikhub',
  operations: {
    'note.detail': [noteDetail],
    'note.comments': [noteComments],
    'note.replies': [noteReplies],
    'author.profile': [authorProfile],
    'author.notes': [authorNotes],
  },
  toRequest: toTikhubRequest,
  open: openTikhub,
});
