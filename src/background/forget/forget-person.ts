import { toAuthorKey } from '../../model/author';
import { readAreaByPrefix, removeFromArea, writeArea } from '../../platform/storage-area';
import { scanComments } from '../../storage/readers/library/scan-comments';
import type { CommentKey } from '../../storage/repositories/comments';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';
import { dropNotesFromJobs, dropPersonFromJobs } from './drop-from-jobs';
import { removeNotes } from './forget-note';
import { whileStill } from './while-still';

/** Comments looked at in one transaction: a reader waits no longer than that, and memory holds no more. */
const BATCH = 2_000;
/** People being forgotten, in `storage.local` until it is done: what was begun ends even if the worker dies. */
const PENDING = 'forget-person:';

/**
 * Removes everything known of a person: profile, notes they wrote with all their comments, their comments under other
 * notes, mentions of them in notes and comments, answers to them, messages from them, all answers of providers, what they did with notes in this browser. Comments
 * have no index by author, so all are looked at, in batches.
 */
export async function forgetPerson(
  services: Services,
  authorKey: string,
): Promise<{ notes: number; comments: number }> {
  await writeArea('local', PENDING + authorKey, true);
  // Before they are removed: who answered them has named them by these.
  const commentIds = await listCommentsOf(services, authorKey);
  const removed = await whileStill(
    services,
    () => dropFromJobs(services, authorKey, commentIds),
    () => removePerson(services, authorKey, commentIds),
  );
  await removeFromArea('local', PENDING + authorKey);
  await refreshAllBadges(services);
  await services.emit('stored.removed', {});
  return removed;
}

function listCommentsOf({ connection }: Services, authorKey: string): Promise<ReadonlySet<string>> {
  return connection.read(async (database) => {
    const ids = new Set<string>();
    for await (const batch of scanComments(database)) {
      for (const { commentId, author } of batch)
        if (author && toAuthorKey(author.id) === authorKey) ids.add(commentId);
    }
    return ids;
  });
}

async function dropFromJobs(
  services: Services,
  authorKey: string,
  commentIds: ReadonlySet<string>,
): Promise<void> {
  await dropPersonFromJobs(services, toUserId(authorKey), commentIds);
  const ownNotes = await services.connection.write((transaction) =>
    createRepositories(transaction).notes.listByAuthor(authorKey),
  );
  await dropNotesFromJobs(services, ownNotes);
}

async function removePerson(
  services: Services,
  authorKey: string,
  commentIds: ReadonlySet<string>,
): Promise<{ notes: number; comments: number }> {
  const userId = toUserId(authorKey);
  const ownNotes = await services.connection.write(async (transaction) => {
    const stores = createRepositories(transaction);
    await stores.authors.remove(authorKey);
    await stores.notifications.removeByPerson(authorKey);
    await stores.listings.removeByKey('authors', userId);
    await stores.viewerNotes.removeOfViewer(userId);
    await stores.actions.removeOfViewer(userId);
    await stores.actions.forgetTargets(commentIds);
    await stores.notes.forgetPerson(authorKey);
    return stores.notes.listByAuthor(authorKey);
  });
  let comments = 0;
  for (const noteId of ownNotes) {
    comments += await services.connection.write((transaction) =>
      removeNotes(createRepositories(transaction), [noteId]),
    );
  }
  comments += await forgetInComments(services, authorKey);
  // What was to be answered to them says what they said.
  await services.connection.write((transaction) =>
    createRepositories(transaction).replyPlans.removeOrphans(),
  );
  return { notes: ownNotes.length, comments };
}

const toUserId = (authorKey: string): string => authorKey.slice(authorKey.indexOf(':') + 1);

async function forgetInComments(services: Services, authorKey: string): Promise<number> {
  let removed = 0;
  let after: CommentKey | undefined;
  do {
    const from = after;
    const batch = await services.connection.write((transaction) =>
      createRepositories(transaction).comments.forgetPerson(authorKey, from, BATCH),
    );
    removed += batch.removed;
    after = batch.next;
  } while (after !== undefined);
  return removed;
}

/** Ends what a worker that died had begun; run at every start. */
export async function resumeForgetting(services: Services): Promise<void> {
  for (const key of (await readAreaByPrefix('local', PENDING)).keys()) {
    await forgetPerson(services, key.slice(PENDING.length));
  }
}
