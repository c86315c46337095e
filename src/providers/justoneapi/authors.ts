import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorSighting } from '../../model/author';
import { parseCount } from '../../site/values/counts';
import { defineEndpoint } from '../provider';
import { appPersonCardShape, appProfileShape, mapAppPersonCard, mapAppProfile } from '../rows/app/app-author';
import { flattenProfile } from '../rows/app/flatten-profile';
import { findMissingUserId } from '../rows/missing-id';
import { findNextPage, toPageNumber } from '../rows/next-cursor';
import { countShape, flagShape, readShape, textShape } from '../rows/read-shape';

export const authorProfile = defineEndpoint('author.profile', {
  path: '/api/xiaohongshu/get-user/v3',
  findGap: findMissingUserId,
  toQuery: ({ userId }) => ({ userId }),
  read: (payload, { userId }) => mapAppProfile(readShape(appProfileShape, flattenProfile(payload)), userId),
});

const cardShape = z.extend(appPersonCardShape, { fans: countShape, sub_title: textShape });
const cardsShape = z.object({ users: z.array(cardShape), has_more: flagShape });

/** Followers stand in a field of their own or as 「粉丝 1.2万」 below the name (public clients, 2026). */
function mapCard(row: z.infer<typeof cardShape>): AuthorSighting[] {
  const fans = parseCount(row.fans) ?? parseCount(/^粉丝\s*(\S+)$/.exec(row.sub_title?.trim() ?? '')?.[1]);
  return mapAppPersonCard(row).map((card) => ({
    ...card,
    counts: { ...omitUndefined({ fans }), ...card.counts },
  }));
}

export const searchAuthors = defineEndpoint('search.authors', {
  path: '/api/xiaohongshu/search-user/v2',
  toQuery: ({ keyword, cursor }) => ({ keyword, page: toPageNumber(cursor) }),
  read: (payload, input) => {
    const { users, has_more: hasMore } = readShape(cardsShape, payload);
    const wayOn = findNextPage({ hasMore, rows: users.length, asked: input.cursor });
    return { authors: users.flatMap(mapCard), ...wayOn };
  },
});
