import type { TabPage } from '../../model/page-state';
import type { Sightings } from '../../site/sightings';

/**
 * Gives the token that a page's own state carries the source under which the page was opened, where the address names a
 * source and no token: so it is on a note opened from a notice (`/notification/<id>?xsec_source=pc_notice`, site bundle
 * xhs-pc-web 6.12.1, 2026-05). A token in the address has its source there, and says nothing of another token.
 */
export function addSource(sightings: Sightings, opened: NonNullable<TabPage['note']>): Sightings {
  const { noteId, xsecToken, xsecSource } = opened;
  if (xsecToken !== undefined || xsecSource === undefined || !sightings.notes) return sightings;
  const notes = sightings.notes.map((note) =>
    note.noteId === noteId && note.token && note.token.xsecSource === undefined
      ? { ...note, token: { ...note.token, xsecSource } }
      : note,
  );
  return { ...sightings, notes };
}
