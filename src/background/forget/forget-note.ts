import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Repositories } from '../../storage/repositories/create-repositories';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';
import { dropNotesFromJobs } from './drop-from-jobs';
import { whileStill } from './while-still';

/** Removes a note with everything that hangs on it, the rows in one transaction; answers how many comments went. */
export async function forgetNote(services: Services, noteId: string): Promise<number> {
  const comments = await whileStill(
    services,
    () => dropNotesFromJobs(services, [noteId]),
    () => services.connection.write((transaction) => removeNotes(createRepositories(transaction), [noteId])),
  );
  await refreshAllBadges(services);
  await services.emit('stored.removed', { noteId });
  return comments;
}

/** The same for many, within a transaction that does more. */
export async function removeNotes(stores: Repositories, noteIds: readonly string[]): Promise<number> {
  if (noteIds.length === 0) return 0;
  let comments = 0;
  for (const noteId of noteIds) {
    comments += await stores.comments.removeOfNote(noteId);
    await stores.commentLists.remove(noteId);
    await stores.snapshots.removeOfNote(noteId);
    await stores.exportMarks.removeOfNote(noteId);
    await stores.actions.removeOfNote(noteId);
    await stores.replyPlans.removeOfNote(noteId);
    await stores.notes.remove(noteId);
  }
  // These are looked through once, however many notes go.
  const removed = new Set(noteIds);
  await stores.viewerNotes.removeOfNotes(removed);
  await stores.listings.removeNotes(removed);
  await stores.notifications.removeOfNotes(removed);
  return comments;
}
