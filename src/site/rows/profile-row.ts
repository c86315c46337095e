import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorSighting } from '../../model/author';
import { parseCount } from '../values/counts';
import { parseMediaUrl } from '../values/media';
import { toAuthorId } from './person-row';
import { countShape, textShape } from './read-shape';

/** A profile: `user.userPageData` of a page's state, or the answer of `user/otherinfo` (2023 to 2026). */
export const profileShape = z.object({
  basicInfo: z.object({
    nickname: z.string(),
    redId: textShape,
    desc: textShape,
    gender: z.nullish(z.number()),
    ipLocation: textShape,
    images: textShape,
    imageb: textShape,
  }),
  interactions: z.array(z.object({ type: z.string(), count: countShape })),
  tags: z.nullish(z.array(z.object({ name: textShape, tagType: textShape }))),
});

export type ProfileRow = z.infer<typeof profileShape>;

/** The site's numbers: 0 male, 1 female, 2 unknown (site bundle 6.12.1, 2026-05; a saved profile of 2024-11 agrees). */
function mapGender(number: number | null | undefined) {
  if (number == null) return undefined;
  return ([0, 1, 2] as const).includes(number as 0)
    ? (['male', 'female', 'unknown'] as const)[number]
    : undefined;
}

/** The body does not say whose profile it is: the caller knows from what was asked. */
export function mapProfile(row: ProfileRow, userId: string, xsecToken?: string): AuthorSighting {
  const countOf = (type: string) => parseCount(row.interactions.find((entry) => entry.type === type)?.count);
  return {
    id: toAuthorId(userId),
    fields: omitUndefined({
      redId: row.basicInfo.redId || undefined,
      nickname: row.basicInfo.nickname,
      avatarUrl: parseMediaUrl(row.basicInfo.images || row.basicInfo.imageb),
      desc: row.basicInfo.desc ?? undefined,
      gender: mapGender(row.basicInfo.gender),
      place: row.basicInfo.ipLocation || undefined,
      tags: row.tags?.flatMap((tag) => (tag.name ? [{ kind: tag.tagType ?? '', name: tag.name }] : [])),
      xsecToken: xsecToken || undefined,
    }),
    counts: omitUndefined({
      follows: countOf('follows'),
      fans: countOf('fans'),
      likedAndCollected: countOf('interaction'),
    }),
  };
}
