import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorId, Person } from '../../model/author';
import { parseMediaUrl } from '../values/media';
import { ID_PATTERN, textShape } from './read-shape';

/**
 * A person as written beside notes, comments and messages. The keys differ by place: `nickname` or `nickName`, `avatar`
 * (notes), `image` (comments, messages) or `images` (new followers), `userId` or `userid` (messages).
 */
export const personShape = z.object({
  userId: textShape,
  userid: textShape,
  nickname: textShape,
  nickName: textShape,
  avatar: textShape,
  image: textShape,
  images: textShape,
  xsecToken: textShape,
});

/** A person beside a note or comment is always named there: without an id, the key has moved elsewhere. */
export const knownPersonShape = personShape.check(
  z.refine((row) => Boolean(row.userId || row.userid), { path: ['userId'] }),
);

export type PersonRow = z.infer<typeof personShape>;

/** The site's own ids are 24 hex digits; anything else is kept as masked, which never builds a link. */
export function toAuthorId(value: string): AuthorId {
  return { kind: ID_PATTERN.test(value) ? 'site' : 'masked', value };
}

/** `undefined` when the row does not say who it is. */
export function mapPerson(row: PersonRow | null | undefined): Person | undefined {
  const id = row?.userId || row?.userid;
  if (!row || !id) return undefined;
  return omitUndefined({
    id: toAuthorId(id),
    nickname: row.nickname ?? row.nickName ?? undefined,
    avatarUrl: parseMediaUrl(row.avatar ?? row.image ?? row.images),
    xsecToken: row.xsecToken || undefined,
  });
}

export function mapPeople(rows: readonly PersonRow[]): Person[] {
  return rows.map(mapPerson).filter((person) => person !== undefined);
}
