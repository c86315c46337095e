import { createQueue } from '../../lib/create-queue';
import { trashedNotesSchema } from '../../model/records';
import type { TrashedNotes } from '../../model/records';
import { readAreaByPrefix, removeFromArea, writeArea } from '../../platform/storage-area';
import { dropAlarm, keepAlarm } from '../../platform/worker/alarms';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';
import { dropNotesFromJobs } from './drop-from-jobs';
import { removeNotes } from './forget-note';
import { whileStill } from './while-still';

/** How long it can be undone. */
export const UNDO_MS = 60_000;
/** Due notes are looked for this often while there are any. */
export const TRASH_ALARM = 'trash.empty';
const ALARM_MINUTES = 1;
/** Notes removed in one transaction. */
const BATCH = 50;
/** In `storage.local`: what was forgotten is removed, or brought back, whatever ends meanwhile: window, worker, browser. */
const PREFIX = 'trash:';

/** One after the other: what is being removed is not brought back in the middle. */
const queue = createQueue();

/** Marks notes as forgotten. Their rows stay until it is due, so undoing it restores everything there was. */
export async function trashNotes(services: Services, noteIds: readonly string[]): Promise<TrashedNotes> {
  const at = services.now();
  const trashed = { trashId: crypto.randomUUID(), noteIds: [...noteIds], at, dueAt: at + UNDO_MS };
  await writeArea('local', PREFIX + trashed.trashId, trashed);
  await keepAlarm(TRASH_ALARM, ALARM_MINUTES);
  await services.emit('trash.changed', {});
  return trashed;
}

/** Takes the mark off again; `false` when the notes are gone already. */
export function restoreTrash(services: Services, trashId: string): Promise<boolean> {
  return queue(async () => {
    const isThere = (await listTrash()).some((trashed) => trashed.trashId === trashId);
    if (!isThere) return false;
    await removeFromArea('local', PREFIX + trashId);
    await services.emit('trash.changed', {});
    return true;
  });
}

/** These notes were saved again: whatever was forgotten before, they stay. */
export function keepFromTrash(services: Services, noteIds: readonly string[]): Promise<void> {
  return queue(async () => {
    const kept = new Set(noteIds);
    for (const trashed of await listTrash()) {
      const left = trashed.noteIds.filter((noteId) => !kept.has(noteId));
      if (left.length === trashed.noteIds.length) continue;
      if (left.length === 0) await removeFromArea('local', PREFIX + trashed.trashId);
      else await writeArea('local', PREFIX + trashed.trashId, { ...trashed, noteIds: left });
      await services.emit('trash.changed', {});
    }
  });
}

/** What can still be undone, the latest first. */
export async function listTrash(): Promise<TrashedNotes[]> {
  const stored = await readAreaByPrefix('local', PREFIX);
  return [...stored.values()]
    .flatMap((value) => {
      const parsed = trashedNotesSchema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => b.at - a.at);
}

/**
 * Removes the notes whose time has come; with `all` those, too, that could still be brought back. A worker that dies
 * in between leaves whole notes and the mark, and the next run goes on.
 */
export function emptyTrash(services: Services, options: { readonly all?: boolean } = {}): Promise<void> {
  return queue(async () => {
    const trash = await listTrash();
    const due = trash.filter(({ dueAt }) => options.all === true || dueAt <= services.now());
    for (const trashed of due) {
      await whileStill(
        services,
        () => dropNotesFromJobs(services, trashed.noteIds),
        () => removeInBatches(services, trashed.noteIds),
      );
      await removeFromArea('local', PREFIX + trashed.trashId);
    }
    if (due.length === trash.length) await dropAlarm(TRASH_ALARM);
    else await keepAlarm(TRASH_ALARM, ALARM_MINUTES);
    if (due.length === 0) return;
    await refreshAllBadges(services);
    await services.emit('stored.removed', {});
    await services.emit('trash.changed', {});
  });
}

async function removeInBatches(services: Services, noteIds: readonly string[]): Promise<void> {
  for (let from = 0; from < noteIds.length; from += BATCH) {
    await services.connection.write((transaction) =>
      removeNotes(createRepositories(transaction), noteIds.slice(from, from + BATCH)),
    );
  }
}
