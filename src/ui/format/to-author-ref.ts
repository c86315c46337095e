import type { Person } from '../../model/author';
import type { SiteHost } from '../../model/note';
import type { PageRef } from '../../model/page-ref';

/** The page of a person; `undefined` for a masked id, which never builds a link. */
export function toAuthorRef(person: Person, host: SiteHost): PageRef | undefined {
  if (person.id.kind !== 'site') return undefined;
  const token = person.xsecToken === undefined ? {} : { xsecToken: person.xsecToken, xsecSource: 'pc_note' };
  return { kind: 'author', host, userId: person.id.value, ...token };
}
