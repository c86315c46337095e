import { describe, expect, it } from 'vitest';
import type { NoteRef } from '../../../src/model/page-ref';
import { parsePageRef, toUrl } from '../../../src/site/routes';
import { NOTE_LINK_PATTERNS, SITE_HOSTS } from '../../../src/site/site-patterns.catalog';

const NOTE = '64e1a2b3c4d5e6f708192a3b';
const OTHER = '5f0000000000000000000abc';

/** Every kind of note address that `routes` knows; the compiler asks for the next one. */
const FORMS: Record<NoteRef['via'], { readonly underId?: string }> = {
  explore: {},
  discovery: {},
  profile: { underId: OTHER },
  search: {},
  board: { underId: OTHER },
  notification: {},
  activity: {},
};

/** As browsers match: a `*` stands for anything. */
function isCovered(address: string): boolean {
  const toRegExp = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  return NOTE_LINK_PATTERNS.some((pattern) => toRegExp(pattern).test(address));
}

describe.each(SITE_HOSTS)('the links to notes that the menu knows on %s', (host) => {
  it.each(Object.entries(FORMS))('covers an address by way of %s', (via, form) => {
    const address = toUrl({ kind: 'note', host, noteId: NOTE, via: via as NoteRef['via'], ...form });
    expect(parsePageRef(address)).toMatchObject({ kind: 'note', via });
    expect(isCovered(address)).toBe(true);
  });

  it.each([`/discovery/item/sgh/${NOTE}`, `/search_result_ai/${NOTE}?xsec_token=AB`])('covers %s', (path) => {
    expect(parsePageRef(`https://${host}${path}`)).toMatchObject({ kind: 'note', noteId: NOTE });
    expect(isCovered(`https://${host}${path}`)).toBe(true);
  });

  it('leaves the lists alone', () => {
    for (const path of ['/explore', '/notification', `/user/profile/${OTHER}`, '/search_result?keyword=tea'])
      expect(isCovered(`https://${host}${path}`)).toBe(false);
  });
});
