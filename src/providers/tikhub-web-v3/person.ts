import * as z from 'zod/mini';
import type { Person } from '../../model/author';
import { toPerson } from '../rows/person';
import { textShape } from '../rows/read-shape';

/** A person beside a note (`avatar`) or a comment (`image`), as the site's web API names them (public clients, 2026). */
export const personShape = z.object({
  userId: textShape,
  nickname: textShape,
  avatar: textShape,
  image: textShape,
  xsecToken: textShape,
});

export function mapPerson(row: z.infer<typeof personShape> | null | undefined): Person | undefined {
  return toPerson({
    id: row?.userId,
    nickname: row?.nickname,
    avatars: [row?.avatar, row?.image],
    xsecToken: row?.xsecToken,
  });
}
