import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { LinkRead } from '../../model/providers/operation-output';
import { ProviderError } from '../../model/providers/provider-error';
import { findShareLink } from '../rows/share-link';
import { textShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';

/** Flat beside the outer envelope, or inside of the usual one (TikHub OpenAPI V5.3.2, 2026-03; guide, 2026-05). */
const linkShape = z.object({ note_id: textShape, user_id: textShape, xsec_token: textShape });

/**
 * What the answer names, whichever of the two was asked for. One that names neither says nothing of the link: a short one
 * may lead to what the other endpoint reads, and that one is asked.
 */
function mapLink(row: z.infer<typeof linkShape>, wanted: 'note_id' | 'user_id'): LinkRead {
  if (!row.note_id && !row.user_id) {
    throw new ProviderError('invalid-response', { reason: wanted, asksOtherDoor: true });
  }
  return omitUndefined({
    noteId: row.note_id || undefined,
    userId: row.user_id || undefined,
    xsecToken: row.xsec_token || undefined,
  });
}

/** What a full address already says; a short link may lead to either. */
const AUTHOR_PAGE = /\/user\/profile\/[0-9a-f]{24}(?:[?#]|$)/;
const NOTE_PAGE = /\/(?:explore|discovery\/item)\/|\/user\/profile\/[0-9a-f]{24}\/[0-9a-f]{24}/;

const noteLink = defineTikhubEndpoint({
  operation: 'link.resolve',
  path: '/api/v1/xiaohongshu/app/extract_share_info',
  findGap: ({ text }) => {
    const link = findShareLink(text);
    if (link === undefined) return 'no-link';
    return AUTHOR_PAGE.test(link) ? 'link-of-author' : undefined;
  },
  toQuery: ({ text }) => ({ share_link: findShareLink(text) }),
  shape: linkShape,
  map: (row) => mapLink(row, 'note_id'),
});

const authorLink = defineTikhubEndpoint({
  operation: 'link.resolve',
  path: '/api/v1/xiaohongshu/app/get_user_id_and_xsec_token',
  findGap: ({ text }) => {
    const link = findShareLink(text);
    if (link === undefined) return 'no-link';
    return NOTE_PAGE.test(link) ? 'link-of-note' : undefined;
  },
  toQuery: ({ text }) => ({ share_link: findShareLink(text) }),
  shape: linkShape,
  map: (row) => mapLink(row, 'user_id'),
});

/** Notes are shared more often than people, so a short link is first taken for one of a note. */
export const linkResolve = [noteLink, authorLink] as const;
