import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import { mayStore } from '../../model/settings';
import { parseLiveNote } from '../../site/states/live-note';
import type { Services } from '../services';
import { noteMissing } from '../pages/note-missing';
import { rememberViewer } from '../pages/remember-viewer';
import { addSource } from './add-source';
import { takeSightings } from './take-sightings';
import type { Stored } from './take-sightings';

/**
 * Reads the note in front from the page's live state and stores what it holds; nothing is read before consent or
 * while paused. Answers `undefined` when the page has no state of this note (yet).
 */
export async function takeLiveState(services: Services, page: TabPage): Promise<Stored | undefined> {
  if (!page.note || !mayStore(await services.settings())) return undefined;
  const { noteId } = page.note;
  const text = await services.readLive(page.tabId, noteId);
  if (text === undefined) return undefined;
  try {
    const sightings = addSource(parseLiveNote(text), page.note);
    if (sightings.viewer) await rememberViewer(services, page.tabId, sightings.viewer);
    return await takeSightings(services, {
      sightings,
      kind: 'notes',
      via: 'state',
      at: services.now(),
      host: page.ref && 'host' in page.ref ? page.ref.host : undefined,
      viewerId: sightings.viewer?.userId ?? page.viewer.userId,
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-changed') throw thrown;
    await noteMissing(services, page.tabId, thrown);
    return undefined;
  }
}
