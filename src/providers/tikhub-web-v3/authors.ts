import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorSighting } from '../../model/author';
import { ProviderError } from '../../model/providers/provider-error';
import { parseCount } from '../../site/values/counts';
import { findNextPage, toPageNumber } from '../rows/next-cursor';
import { toAuthorId } from '../rows/person';
import { pickPictureUrl } from '../rows/picture-url';
import { countShape, flagShape, idShape, lenient, numberShape, textShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';

const basicShape = z.object({
  nickname: z.string(),
  redId: textShape,
  desc: textShape,
  images: textShape,
  imageb: textShape,
  ipLocation: textShape,
  gender: numberShape,
});

/** Counts come as a list by type, or as an object by type from one client's reading (public clients, 2026). */
const interactionsShape = lenient(
  z.union([z.array(z.object({ type: textShape, count: countShape })), z.record(z.string(), countShape)]),
);

const profileShape = z
  .object({
    basicInfo: z.nullish(basicShape),
    basic_info: z.nullish(basicShape),
    interactions: interactionsShape,
    tags: lenient(z.array(z.object({ name: textShape, tagType: textShape }))),
  })
  .check(z.refine((row) => Boolean(row.basicInfo ?? row.basic_info), { path: ['basicInfo'] }));

/** The site's numbers (site bundle 6.12.1, 2026-05). */
const GENDERS = ['male', 'female', 'unknown'] as const;

function mapProfile(row: z.infer<typeof profileShape>, userId: string): AuthorSighting {
  const basic = row.basicInfo ?? row.basic_info;
  if (!basic) throw new ProviderError('invalid-response', { reason: 'basicInfo' });
  const { interactions } = row;
  const countOf = (type: string) =>
    parseCount(
      Array.isArray(interactions)
        ? interactions.find((entry) => entry.type === type)?.count
        : interactions?.[type],
    );
  return {
    id: toAuthorId(userId),
    fields: omitUndefined({
      redId: basic.redId || undefined,
      nickname: basic.nickname,
      avatarUrl: pickPictureUrl(basic.images, basic.imageb),
      desc: basic.desc ?? undefined,
      gender: basic.gender == null ? undefined : GENDERS[basic.gender],
      place: basic.ipLocation || undefined,
      tags: row.tags?.flatMap(({ name, tagType }) => (name ? [{ kind: tagType ?? '', name }] : [])),
    }),
    counts: omitUndefined({
      follows: countOf('follows'),
      fans: countOf('fans'),
      likedAndCollected: countOf('interaction'),
    }),
  };
}

export const authorProfile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: '/api/v1/xiaohongshu/web_v3/fetch_user_info',
  findGap: ({ userId }) => (userId ? undefined : 'user-id'),
  toQuery: ({ userId }) => ({ user_id: userId }),
  shape: profileShape,
  map: (row, { userId }) => mapProfile(row, userId ?? ''),
});

const personCardShape = z.object({
  id: idShape,
  redId: textShape,
  name: textShape,
  fans: countShape,
  noteCount: countShape,
  image: textShape,
  xsecToken: textShape,
});

function mapPersonCard(row: z.infer<typeof personCardShape>): AuthorSighting {
  return {
    id: toAuthorId(row.id),
    fields: omitUndefined({
      redId: row.redId || undefined,
      nickname: row.name || undefined,
      avatarUrl: pickPictureUrl(row.image),
      xsecToken: row.xsecToken || undefined,
    }),
    counts: omitUndefined({ fans: parseCount(row.fans), notes: parseCount(row.noteCount) }),
  };
}

export const searchAuthors = defineTikhubEndpoint({
  operation: 'search.authors',
  path: '/api/v1/xiaohongshu/web_v3/fetch_search_users',
  toQuery: ({ keyword, cursor }) => ({ keyword, page: toPageNumber(cursor) }),
  shape: z.object({ users: z.array(personCardShape), hasMore: flagShape }),
  map: ({ users, hasMore }, { cursor }) => ({
    authors: users.map(mapPersonCard),
    ...findNextPage({ hasMore, rows: users.length, asked: cursor }),
  }),
});
