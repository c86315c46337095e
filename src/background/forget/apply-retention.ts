import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';
import { dropNotesFromJobs } from './drop-from-jobs';
import { findHeldNotes, goesOn } from './find-held-notes';
import { removeNotes } from './forget-note';
import { tidyJobs } from './tidy-jobs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Notes removed in one transaction. */
const BATCH = 20;

/**
 * Removes what was not seen again for as many days as the settings say, per kind; `null` keeps it; and jobs that are over
 * and old. Run once a day. A worker that dies in between leaves whole notes, and the next run goes on.
 */
export async function applyRetention(services: Services): Promise<{ notes: number; authors: number }> {
  const { retentionDays } = await services.settings();
  const before = (days: number) => services.now() - days * DAY_MS;
  const removed = { notes: 0, authors: 0 };
  if (retentionDays.notes !== null)
    removed.notes = await removeOldNotes(services, before(retentionDays.notes));
  if (retentionDays.authors !== null) {
    removed.authors = await removeOldAuthors(services, before(retentionDays.authors));
  }
  const { cacheHours } = (await services.settings()).providers;
  const uselessAt = services.now() - Math.max(cacheHours * HOUR_MS, DAY_MS);
  await services.connection.write((transaction) =>
    createRepositories(transaction).responses.removeBefore(uselessAt),
  );
  if (retentionDays.sightings !== null) {
    const at = before(retentionDays.sightings);
    await services.connection.write(async (transaction) => {
      const stores = createRepositories(transaction);
      await stores.listings.removeUnseenSince(at);
      await stores.notifications.removeUnseenSince(at);
      await stores.snapshots.removeBefore(at);
      await stores.topics.removeUnseenSince(at);
    });
  }
  await tidyJobs(services);
  if (removed.notes + removed.authors > 0) {
    await refreshAllBadges(services);
    await services.emit('stored.removed', {});
  }
  return removed;
}

/** Those that a job goes on with, or a file is written of, stay: what the user has asked for is not taken from under it. */
async function removeOldNotes(services: Services, at: number): Promise<number> {
  const old = await services.connection.read((database) =>
    database.getAllKeysFromIndex('notes', 'lastSeenAt', IDBKeyRange.upperBound(at, true)),
  );
  if (old.length === 0) return 0;
  const held = await findHeldNotes(services, at);
  const noteIds = old.filter((noteId) => !held.has(noteId));
  await dropNotesFromJobs(services, noteIds, { leaves: (job) => goesOn(job, at) });
  let removed = 0;
  for (let from = 0; from < noteIds.length; from += BATCH) {
    removed += await services.connection.write(async (transaction) => {
      const stores = createRepositories(transaction);
      const found = await Promise.all(noteIds.slice(from, from + BATCH).map((id) => stores.notes.find(id)));
      // Seen again in between, it is not old any more.
      const still = found.flatMap((note) => (note && note.lastSeenAt < at ? note.noteId : []));
      await removeNotes(stores, still);
      return still.length;
    });
  }
  return removed;
}

async function removeOldAuthors(services: Services, at: number): Promise<number> {
  return services.connection.write(async (transaction) => {
    const { authors } = createRepositories(transaction);
    const keys = await authors.listUnseenSince(at);
    for (const key of keys) await authors.remove(key);
    return keys.length;
  });
}
