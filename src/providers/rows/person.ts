import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorId, Person } from '../../model/author';
import { pickPictureUrl } from './picture-url';
import { ID_PATTERN } from './read-shape';

/**
 * Whose id it is: the site's own are 24 hex digits; some providers send 29 characters beginning with `a` for the same
 * person (real calls, 2026-02 and 2026-03). Those never build a link.
 */
export function toAuthorId(value: string): AuthorId {
  return { kind: ID_PATTERN.test(value) ? 'site' : 'masked', value };
}

/** Of several ids of one person the site's own, else the first that is one. */
export function pickPersonId(...ids: readonly (string | null | undefined)[]): string | undefined {
  return ids.find((id) => id != null && ID_PATTERN.test(id)) ?? (ids.find((id) => id) || undefined);
}

/** A person from what a row says of them; `undefined` when it does not say who. Empty is "not said". */
export function toPerson(row: {
  readonly id: string | null | undefined;
  readonly nickname?: string | null | undefined;
  /** Addresses of their picture, best first. */
  readonly avatars?: readonly unknown[];
  readonly redId?: string | null | undefined;
  readonly xsecToken?: string | null | undefined;
}): Person | undefined {
  if (!row.id) return undefined;
  return omitUndefined({
    id: toAuthorId(row.id),
    nickname: row.nickname || undefined,
    avatarUrl: pickPictureUrl(...(row.avatars ?? [])),
    redId: row.redId || undefined,
    xsecToken: row.xsecToken || undefined,
  });
}
