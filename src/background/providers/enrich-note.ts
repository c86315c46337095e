import { AppError } from '../../model/errors';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import { NO_SECOND } from '../../model/enrich/no-second';
import { toDetailInput } from '../../model/enrich/to-detail-input';
import type { Note } from '../../model/note';
import type { RunReport } from '../../model/providers/run';
import type { Served } from '../../providers/gateway';
import { demandStoring, mayKeep, storeSeen } from '../gate';
import type { Services } from '../services';
import { refreshNoteBadges } from '../toolbar/refresh-badge';

/**
 * Asks a provider for a note and merges what it tells with what is known, under the provider's name and the time at
 * which it was true there; its counts become a point of the charts. Where something is missing still, and the settings
 * allow the cost, the next source is asked as well. Answers how each question went. `consent-missing` or `paused` before
 * anything is asked, else as `Gateway.call`.
 */
export async function enrichNote(
  services: Services,
  noteId: string,
  terms: { readonly agreed: boolean },
): Promise<RunReport[]> {
  const settings = await services.settings();
  demandStoring(settings);
  const first = await askAndStore(services, noteId, terms);
  const { provider } = first.report;
  const isComplete = findNoteGaps(await findNote(services, noteId)).length === 0;
  if (isComplete || !settings.providers.fillFromNext) return [first.report];
  try {
    const second = await askAndStore(services, noteId, { ...terms, without: [provider] });
    return [first.report, second.report];
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !NO_SECOND.has(thrown.code)) throw thrown;
    return [first.report];
  }
}

async function askAndStore(
  services: Services,
  noteId: string,
  terms: { readonly agreed: boolean; readonly without?: readonly RunReport['provider'][] },
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
