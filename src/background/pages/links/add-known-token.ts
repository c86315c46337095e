import { findUsableToken } from '../../../model/merge/note-tokens';
import type { PageRef } from '../../../model/page-ref';
import type { Services } from '../../services';

/** A bare note id or link opens with the newest token known of the note: without one the site refuses it. */
export async function addKnownToken(services: Pick<Services, 'connection'>, ref: PageRef): Promise<PageRef> {
  if (ref.kind !== 'note' || ref.xsecToken !== undefined) return ref;
  const note = await services.connection.read((database) => database.get('notes', ref.noteId));
  const token = note && findUsableToken(note.tokens);
  if (!token) return ref;
  return {
    ...ref,
    host: note.host ?? ref.host,
    xsecToken: token.xsecToken,
    ...(token.xsecSource === undefined ? {} : { xsecSource: token.xsecSource }),
  };
}
