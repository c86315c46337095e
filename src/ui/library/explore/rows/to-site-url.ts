import type { AuthorId } from '../../../../model/author';
import type { NoteSighting } from '../../../../model/note';
import { toUrl } from '../../../../site/routes';

/** As the site writes ids; anything else a provider may send builds no address. */
const SITE_ID = /^[0-9a-f]{24}$/;
const HOST = 'www.xiaohongshu.com';

/** The note's page on the site, with the token it was found with; `undefined` when its id is none of the site's. */
export function toFoundNoteUrl({ noteId, fields, token }: NoteSighting): string | undefined {
  if (!SITE_ID.test(noteId)) return undefined;
  return toUrl({
    kind: 'note',
    host: fields.host ?? HOST,
    noteId,
    via: 'explore',
    ...(token ? { xsecToken: token.xsecToken } : {}),
    ...(token?.xsecSource === undefined ? {} : { xsecSource: token.xsecSource }),
  });
}

/** A person's page on the site; `undefined` for ids that are masked or none of the site's. */
export function toFoundAuthorUrl(id: AuthorId, xsecToken?: string): string | undefined {
  if (id.kind !== 'site' || !SITE_ID.test(id.value)) return undefined;
  return toUrl({
    kind: 'author',
    host: HOST,
    userId: id.value,
    ...(xsecToken === undefined ? {} : { xsecToken }),
  });
}
