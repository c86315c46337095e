import type { NoteStanding } from '../../model/note';
import { mayKeep, storeSeen } from '../gate';
import type { Services } from '../services';

/** The site would not show a note. */
export interface Refusal {
  readonly noteId: string;
  /** The sign, one of `site/stop-signs`. */
  readonly sign: string;
  readonly code?: number | undefined;
  /** The token the note was asked with. */
  readonly xsecToken?: string | undefined;
  readonly xsecSource?: string | undefined;
  readonly via: string;
  readonly at: number;
}

/** What each sign says of the note itself. */
const STANDINGS: Readonly<Record<string, NoteStanding>> = {
  'note-removed': 'removed',
  'note-under-review': 'under-review',
  'note-forbidden': 'forbidden',
  'note-unavailable': 'forbidden',
};

/**
 * Codes with which a note opened by an expired or foreign token is refused (site bundle xhs-pc-web 6.12.1, 2026-05;
 * public tools, 2026). 300031 is also given for notes that their author restricts, so it speaks against the token,
 * and against the note only while nothing better is known of it.
 */
const TOKEN_CODES = new Set([300017, 300031]);

/** Keeps what a refusal says: of the note its standing, of the token that it was refused. No field is invented. */
export async function takeRefusal(services: Services, refusal: Refusal): Promise<void> {
  const standing = Object.hasOwn(STANDINGS, refusal.sign) ? STANDINGS[refusal.sign] : undefined;
  const isToken = refusal.code !== undefined && TOKEN_CODES.has(refusal.code);
  if (!standing && !isToken) return;
  const isKept = await storeSeen(services, async ({ notes }, settings) => {
    if (!mayKeep(settings, 'notes')) return false;
    const known = await notes.find(refusal.noteId);
    const isDoubtful = isToken || refusal.code === undefined;
    if (standing && !(isDoubtful && known?.standing === 'public')) {
      const observation = { source: 'page', via: refusal.via, at: refusal.at };
      await notes.markStanding(refusal.noteId, standing, observation);
    }
    if (isToken && refusal.xsecToken !== undefined) {
      const { xsecToken, xsecSource } = refusal;
      const token = { xsecToken, ...(xsecSource === undefined ? {} : { xsecSource }) };
      await notes.refuse(refusal.noteId, token, refusal.at);
    }
    return true;
  });
  if (isKept) await services.emit('note.changed', { noteId: refusal.noteId });
}
