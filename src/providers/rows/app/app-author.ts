import * as z from 'zod/mini';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { AuthorSighting } from '../../../model/author';
import { ProviderError } from '../../../model/providers/provider-error';
import { parseCount } from '../../../site/values/counts';
import { pickPersonId, toAuthorId } from '../person';
import { parsePictureUrl, pickPictureUrl } from '../picture-url';
import { ID_PATTERN, countShape, flagShape, lenient, numberShape, textShape } from '../read-shape';

/** A profile in the app's API (a body passed on in 2023; public clients, 2026). */
export const appProfileShape = z.object({
  userid: textShape,
  user_id: textShape,
  userId: textShape,
  id: textShape,
  nickname: z.string(),
  red_id: textShape,
  desc: textShape,
  images: textShape,
  imageb: textShape,
  image: textShape,
  avatar: textShape,
  gender: numberShape,
  ip_location: textShape,
  fans: countShape,
  follows: countShape,
  liked: countShape,
  collected: countShape,
  ndiscovery: countShape,
  interactions: lenient(z.array(z.object({ type: textShape, count: countShape }))),
  note_num_stat: lenient(z.object({ posted: countShape })),
  tags: lenient(z.array(z.object({ name: textShape, tag_type: textShape }))),
  banner_info: lenient(z.object({ image: textShape })),
  red_official_verify_content: textShape,
  result: lenient(z.object({ success: flagShape })),
});

export type AppProfileRow = z.infer<typeof appProfileShape>;

/** The site's numbers (site bundle 6.12.1, 2026-05; a profile passed on in 2023 agrees). */
const GENDERS = new Map([
  [0, 'male'],
  [1, 'female'],
  [2, 'unknown'],
] as const);

function mapProfileCounts(row: AppProfileRow): AuthorSighting['counts'] {
  const countOf = (type: string) => row.interactions?.find((entry) => entry.type === type)?.count;
  return omitUndefined({
    follows: parseCount(row.follows ?? countOf('follows')),
    fans: parseCount(row.fans ?? countOf('fans')),
    likedAndCollected: parseCount(countOf('interaction')),
    liked: parseCount(row.liked),
    collected: parseCount(row.collected),
    notes: parseCount(row.note_num_stat?.posted ?? row.ndiscovery),
  });
}

/**
 * A person's profile. `userId` is who was asked for; where the answer names another of the site's ids, throws
 * `invalid-response` with the reason `wrong-author`. Throws `upstream-failed` where the profile itself says that it
 * could not be read.
 */
export function mapAppProfile(row: AppProfileRow, userId: string | undefined): AuthorSighting {
  if (row.result?.success === false) throw new ProviderError('upstream-failed', { reason: 'inner-failure' });
  const told = pickPersonId(row.userid, row.user_id, row.userId, row.id);
  const areSiteIds =
    userId !== undefined && told !== undefined && ID_PATTERN.test(userId) && ID_PATTERN.test(told);
  if (areSiteIds && told !== userId) throw new ProviderError('invalid-response', { reason: 'wrong-author' });
  const id = pickPersonId(told, userId);
  if (id === undefined) throw new ProviderError('invalid-response', { reason: 'userid' });
  return {
    id: toAuthorId(id),
    fields: omitUndefined({
      redId: row.red_id || undefined,
      nickname: row.nickname,
      avatarUrl: pickPictureUrl(row.images, row.imageb, row.image, row.avatar),
      desc: row.desc ?? undefined,
      gender: row.gender == null ? undefined : GENDERS.get(row.gender as 0),
      place: row.ip_location || undefined,
      tags: row.tags?.flatMap((tag) => (tag.name ? [{ kind: tag.tag_type ?? '', name: tag.name }] : [])),
      verified: row.red_official_verify_content || undefined,
      bannerUrl: parsePictureUrl(row.banner_info?.image),
    }),
    counts: mapProfileCounts(row),
  };
}

/** A person as a search of people shows them (a body passed on in 2023; public clients, 2026). */
export const appPersonCardShape = z.object({
  id: textShape,
  userid: textShape,
  user_id: textShape,
  name: textShape,
  nickname: textShape,
  red_id: textShape,
  desc: textShape,
  image: textShape,
  images: textShape,
});

/** `粉丝·1.6万 | 笔记·157`: each part may be missing, or say when they last wrote. */
function readCard(desc: string | null | undefined, label: string) {
  const part = desc?.split('|').find((text) => text.trim().startsWith(`${label}·`));
  return parseCount(part?.trim().slice(label.length + 1));
}

export function mapAppPersonCard(row: z.infer<typeof appPersonCardShape>): AuthorSighting[] {
  const id = pickPersonId(row.id, row.userid, row.user_id);
  if (id === undefined) return [];
  return [
    {
      id: toAuthorId(id),
      fields: omitUndefined({
        redId: row.red_id || undefined,
        nickname: row.name || row.nickname || undefined,
        avatarUrl: pickPictureUrl(row.image, row.images),
      }),
      counts: omitUndefined({ fans: readCard(row.desc, '粉丝'), notes: readCard(row.desc, '笔记') }),
    },
  ];
}
