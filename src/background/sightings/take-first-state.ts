import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import { parseInitialState } from '../../site/initial-state';
import { parseNoteState } from '../../site/states/note-state';
import { findStopSign } from '../../site/stop-signs';
import { noteMissing } from '../pages/note-missing';
import { raiseSign } from '../pages/raise-sign';
import { rememberViewer } from '../pages/remember-viewer';
import type { Services } from '../services';
import { addSource } from './add-source';
import { takeRefusal } from './take-refusal';
import { takeSightings } from './take-sightings';

/**
 * Stores what the page's inline state says of the note in front. The state is that of the page as it was loaded: after
 * a move within the page it speaks of another note, and then nothing is taken from it.
 */
export async function takeFirstState(
  services: Services,
  seen: { readonly page: TabPage; readonly text: string | undefined; readonly at: number },
): Promise<{ readonly hasNote: boolean }> {
  const { page, text, at } = seen;
  if (!page.note || text === undefined) return { hasNote: false };
  const { noteId, xsecToken, xsecSource } = page.note;
  try {
    const sightings = addSource(parseNoteState(parseInitialState(text), noteId), page.note);
    const { refusal, viewer } = sightings;
    if (viewer) await rememberViewer(services, page.tabId, viewer);
    const sign = refusal && findStopSign({ code: refusal.code });
    if (refusal && sign && (refusal.noteId ?? noteId) === noteId) {
      await raiseSign(services, page.tabId, sign, sign.class === 'note' ? noteId : undefined);
      const { code } = refusal;
      await takeRefusal(services, {
        noteId,
        sign: sign.sign,
        code,
        xsecToken,
        xsecSource,
        via: 'ssr',
        at,
      });
      return { hasNote: true };
    }
    const host = page.ref && 'host' in page.ref ? page.ref.host : undefined;
    const viewerId = viewer?.userId ?? page.viewer.userId;
    const stored = await takeSightings(services, {
      sightings,
      kind: 'notes',
      via: 'ssr',
      at,
      host,
      viewerId,
    });
    return { hasNote: stored.noteIds.includes(noteId) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-changed') throw thrown;
    await noteMissing(services, page.tabId, thrown);
    return { hasNote: false };
  }
}
