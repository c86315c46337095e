import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { ProviderError } from '../../model/providers/provider-error';
import { defineProvider } from '../provider';
import { appProfileShape, mapAppProfile } from '../rows/app/app-author';
import { readAppDetail } from '../rows/app/app-detail';
import { flattenProfile } from '../rows/app/flatten-profile';
import { appCommentsShape } from '../rows/app-comments';
import { findMissingNoteId, findMissingUserId } from '../rows/missing-id';
import { readShape, textShape } from '../rows/read-shape';
import { findShareLink } from '../rows/share-link';
import { mapWholeCursorPage } from '../tikhub/app-threads';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { openTikhub } from '../tikhub/envelope';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';
import { toTikhubRequest } from '../tikhub/to-request';

const ROOT = '/api/v1/xiaohongshu/web';

const defineDetail = (version: 'v7' | 'v4') =>
  defineTikhubEndpoint({
    operation: 'note.detail',
    path: `${ROOT}/get_note_info_${version}`,
    findGap: findNoteGap,
    toQuery: toNoteQuery,
    shape: z.unknown(),
    map: (content, { noteId }) => readAppDetail(content, noteId),
  });

/** The newest come first and nothing else can be asked for (`current_sort_strategy` of a real call, 2026-02). */
const noteComments = defineTikhubEndpoint({
  operation: 'note.comments',
  path: `${ROOT}/get_note_comments`,
  findGap: ({ noteId, sort = 'latest' }) =>
    findMissingNoteId({ noteId }) ?? (sort === 'latest' ? undefined : 'sort'),
  toQuery: ({ noteId, cursor }) => ({ note_id: noteId, lastCursor: cursor }),
  shape: appCommentsShape,
  map: mapWholeCursorPage,
});

const noteReplies = defineTikhubEndpoint({
  operation: 'note.replies',
  path: `${ROOT}/get_note_comment_replies`,
  findGap: findMissingNoteId,
  toQuery: ({ noteId, rootCommentId, cursor }) => ({
    note_id: noteId,
    comment_id: rootCommentId,
    lastCursor: cursor,
  }),
  shape: appCommentsShape,
  map: mapWholeCursorPage,
});

const authorProfile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: `${ROOT}/get_user_info`,
  findGap: findMissingUserId,
  toQuery: ({ userId }) => ({ user_id: userId }),
  shape: z.unknown(),
  map: (content, { userId }) => mapAppProfile(readShape(appProfileShape, flattenProfile(content)), userId),
});

/** Links of notes; flat beside the outer envelope, or inside of the usual one (TikHub OpenAPI V5.3.2, 2026-03). */
const resolveLink = defineTikhubEndpoint({
  operation: 'link.resolve',
  path: `${ROOT}/get_note_id_and_xsec_token`,
  findGap: ({ text }) => (findShareLink(text) === undefined ? 'no-link' : undefined),
  toQuery: ({ text }) => ({ share_text: findShareLink(text) }),
  shape: z.object({ note_id: textShape, xsec_token: textShape }),
  map: (row) => {
    // It may be a link to a person, which others read.
    if (!row.note_id) throw new ProviderError('invalid-response', { reason: 'note_id', asksOtherDoor: true });
    return { noteId: row.note_id, ...omitUndefined({ xsecToken: row.xsec_token || undefined }) };
  },
});

/**
 * What is left of the first web series. Its comments answered in 2026-02 and say "deprecated" since; they are asked all
 * the same when the user has switched the series on, and taken out when they say so.
 */
export const tikhubWeb = defineProvider({
  id: 'tikhub-web',
  family: 'tikhub',
  operations: {
    'note.detail': [defineDetail('v7'), defineDetail('v4')],
    'note.comments': [noteComments],
    'note.replies': [noteReplies],
    'author.profile': [authorProfile],
    'link.resolve': [resolveLink],
  },
  toRequest: toTikhubRequest,
  open: openTikhub,
});
