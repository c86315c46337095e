import * as z from 'zod/mini';
import { createQueue } from '../../lib/create-queue';
import { startOf } from '../../lib/start-of';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import { toDetailInput } from '../../model/enrich/to-detail-input';
import { AppError } from '../../model/errors';
import type { Note } from '../../model/note';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { readArea, writeArea } from '../../platform/storage-area';
import { mayKeep } from '../gate';
import type { Services } from '../services';
import { enrichNote } from './enrich-note';

/** Which notes were enriched by themselves on which day; in `storage.local`, written in turn. */
const KEY = 'auto-enrich';
const queue = createQueue();
const DAY_MS = 86_400_000;

/**
 * A note was opened: asks for what it lacks, if the user has switched that on, at a price that is known, within the
 * budgets and so often a day at most. A note that a provider has told of within a day is left as it is, and one that was
 * asked for in vain is not asked for again that day: each attempt may be charged for.
 */
export async function autoEnrich(services: Services, noteId: string): Promise<void> {
  const settings = await services.settings();
  const { isOn, dailyCap } = settings.providers.autoEnrich;
  if (!isOn || !mayKeep(settings, 'notes') || underway.has(noteId)) return;
  underway.add(noteId);
  try {
    await enrichWanting(services, noteId, dailyCap);
  } finally {
    underway.delete(noteId);
  }
}

/** A page reports a note several times while it opens. */
const underway = new Set<string>();

async function enrichWanting(services: Services, noteId: string, dailyCap: number): Promise<void> {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  if (!note || findNoteGaps(note).length === 0 || isTold(note, services.now())) return;
  const estimate = await services.providers.gateway.estimate('note.detail', toDetailInput(noteId, note));
  if (estimate.gap || !estimate.fitsBudget || (!estimate.cost && !estimate.isCached)) return;
  if (!(await takeTurn(noteId, services.now(), dailyCap))) return;
  try {
    await enrichNote(services, noteId, { agreed: false });
  } catch (thrown) {
    // Nobody waits for it: what providers answer stands in the ledger, what the user would be told is not news.
    if (!(thrown instanceof AppError)) throw thrown;
  }
}

const SOURCES: ReadonlySet<string> = new Set(PROVIDER_IDS);

const isTold = ({ observed }: Note, now: number) =>
  Object.values(observed).some(({ source, at }) => SOURCES.has(source) && at > now - DAY_MS);

/** Whether today has a turn left for this note; it is taken with the answer. A note has one turn a day, however it ends. */
function takeTurn(noteId: string, now: number, cap: number): Promise<boolean> {
  return queue(async () => {
    const day = startOf('day', now);
    const asked = await readTurns(day);
    if (asked.length >= cap || asked.includes(noteId)) return false;
    await writeArea('local', KEY, { day, asked: [...asked, noteId] });
    return true;
  });
}

const turnsSchema = z.object({ day: z.number(), asked: z.array(z.string()) });

async function readTurns(day: number): Promise<readonly string[]> {
  const stored = z.safeParse(turnsSchema, await readArea('local', KEY));
  return stored.success && stored.data.day === day ? stored.data.asked : [];
}
