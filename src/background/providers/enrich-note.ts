import { AppError } from '../../model/errors';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import { NO_SECOND } from '../../model/enrich/no-second';
import { toDetailInput } from '../../model/enrich/to-detail-input';
import type { Note } from '../../model/note';
import { PROVIDER_IDS, PROVIDERS } from '../../model/providers/provider.catalog';
import type { ProviderId } from '../../model/providers/provider.catalog';
import type { RunReport } from '../../model/providers/run';
import type { Served } from '../../providers/gateway';
import { demandStoring, mayKeep, storeSeen } from '../gate';
import type { Services } from '../services';
import { refreshNoteBadges } from '../toolbar/refresh-badge';

/**
 * Asks a provider for a note and merges what it tells with what is known, under the provider's name and the time at
 * which it was true there; its counts become a point of the charts. Where something is missing still, and the settings
 * allow the cost, more is asked: the same family, where the note turned out to be a video whose streams another endpoint
 * has, and then the next source. Answers how each question went. `consent-missing` or `paused` before
 * anything is asked, else as `Gateway.call`.
 */
export async function enrichNote(
  services: Services,
  noteId: string,
  terms: { readonly agreed: boolean },
): Promise<RunReport[]> {
  const settings = await services.settings();
  demandStoring(settings);
  const before = await findNote(services, noteId);
  const first = await askAndStore(services, noteId, terms);
  const runs = [first.report];
  if (!settings.providers.fillFromNext) return runs;
  const askFurther = async (without: readonly ProviderId[]) => {
    try {
      runs.push((await askAndStore(services, noteId, { ...terms, without })).report);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !NO_SECOND.has(thrown.code)) throw thrown;
    }
  };
  const after = await findNote(services, noteId);
  const isNowVideo = before?.type === undefined && findNoteGaps(after).includes('video');
  if (isNowVideo) await askFurther(listOtherFamilies(first.report.provider));
  const isComplete = findNoteGaps(await findNote(services, noteId)).length === 0;
  if (!isComplete) await askFurther(runs.map(({ provider }) => provider));
  return runs;
}

/** Everybody who has another key. */
const listOtherFamilies = (provider: ProviderId): ProviderId[] =>
  PROVIDER_IDS.filter((id) => PROVIDERS[id].family !== PROVIDERS[provider].family);

async function askAndStore(
  services: Services,
  noteId: string,
  terms: { readonly agreed: boolean; readonly without?: readonly ProviderId[] },
): Promise<Served<'note.detail'>> {
  const input = toDetailInput(noteId, await findNote(services, noteId));
  const served = await services.providers.gateway.call('note.detail', input, {
    runId: crypto.randomUUID(),
    ...terms,
  });
  await store(services, served);
  return served;
}

async function store(services: Services, { value, observation }: Served<'note.detail'>): Promise<void> {
  const { note, author } = value;
  const isKept = await storeSeen(services, async (stores, settings) => {
    await stores.notes.merge(note, observation);
    await stores.snapshots.append(note.noteId, note.counts, observation);
    // A profile is kept of who the user wants profiles kept of, whoever tells it.
    if (author && mayKeep(settings, 'authors')) await stores.authors.merge(author, observation);
    return true;
  });
  if (!isKept) return;
  await services.emit('note.changed', { noteId: note.noteId });
  await refreshNoteBadges(services, note.noteId);
}

const findNote = (services: Services, noteId: string): Promise<Note | undefined> =>
  services.connection.read((database) => database.get('notes', noteId));
