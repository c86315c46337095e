import type { PageRef } from '../../../model/page-ref';
import { findNotesByAuthor } from '../../../storage/readers/lists/find-notes-by-author';
import { findAuthor } from '../../../storage/readers/find-author';
import type { Services } from '../../services';

const BARE_ID = /^[0-9a-f]{24}$/i;

/**
 * The page of the person whose id stands alone in the text. Notes and people have ids of one form, so it is theirs only
 * where somebody of that id is known and no note is; `undefined` else.
 */
export async function findKnownPerson(
  services: Pick<Services, 'connection'>,
  text: string,
): Promise<PageRef | undefined> {
  const value = text.trim().toLowerCase();
  if (!BARE_ID.test(value)) return undefined;
  return services.connection.read(async (database) => {
    if (await database.get('notes', value)) return undefined;
    const id = { kind: 'site', value } as const;
    const author = await findAuthor(database, id);
    const { newest } = await findNotesByAuthor(database, id, 1);
    const host = newest[0]?.host ?? 'www.xiaohongshu.com';
    const xsecToken = newest[0]?.author?.xsecToken ?? author?.xsecToken;
    if (!author && newest.length === 0) return undefined;
    return {
      kind: 'author',
      host,
      userId: value,
      ...(xsecToken === undefined ? {} : { xsecToken, xsecSource: 'pc_note' }),
    };
  });
}
