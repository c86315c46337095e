import type { ActionEntry } from '../../model/actions/action-entry';
import type { StoredCommentList } from '../../model/comment';
import type { CommentRows, JobStores, Rows, StoredRows } from '../../jobs/ports';
import type { Repositories } from '../../storage/repositories/create-repositories';

/** The stores as jobs see them, within one transaction. */
export function toJobStores(stores: Repositories): JobStores {
  const { jobs, jobItems, jobLog } = stores;
  return {
    jobs,
    jobItems,
    jobLog,
    saveRows: (jobId, rows) => saveRows(stores, jobId, rows),
    closeList: (list) => stores.commentLists.close(list),
    saveAttempt: (entry) => saveAttempt(stores, entry),
    saveCollection: (noteId, collection) => stores.commentLists.collect(noteId, collection),
  };
}

/** Keeps an attempt; a comment that was deleted by it is gone here, too. */
async function saveAttempt(stores: Repositories, entry: ActionEntry): Promise<void> {
  await stores.actions.put(entry);
  const { action, noteId, commentId, outcome, endedAt, at } = entry;
  if (action !== 'delete-own-comment' || commentId === undefined || outcome?.is !== 'done') return;
  await stores.comments.lose(noteId, commentId, endedAt ?? at);
}

/**
 * Stores what a step has read, as what pages show is stored. A list that a provider gives says nothing of the site's own
 * order, so places are left as they are. Profiles come from jobs only where the user asked for them by name.
 */
async function saveRows(stores: Repositories, jobId: string, rows: Rows): Promise<StoredRows> {
  const { observation, notes = [], authors = [] } = rows;
  let [fresh, added] = [notes.length, 0];
  let before: StoredRows['before'] = new Map();
  let joining: Pick<StoredRows, 'gapSince' | 'wholeAt' | 'grown'> = {};
  if (rows.comments && !(await isForgotten(stores, jobId, rows.comments.noteId))) {
    const page = { ...rows.comments, whole: false, collectedBy: jobId };
    const list = page.untilKnown ? await stores.commentLists.find(page.noteId) : undefined;
    const grownBefore = page.untilKnown ? await stores.commentLists.listGrown(page.noteId) : [];
    const merged = await stores.comments.merge(page, observation);
    await stores.commentLists.read(page, merged.isLastKnown, observation.at);
    fresh += merged.fresh;
    added += merged.added;
    before = merged.before;
    if (page.untilKnown) {
      const grown = await findGrown(stores, page.noteId, grownBefore);
      await stores.commentLists.grow(page.noteId, listGrown(page, before, grown));
      const gapSince = (await stores.commentLists.find(page.noteId))?.gapSince;
      joining = { gapSince, wholeAt: findWholeAt(list), grown };
    }
  }
  for (const note of notes) {
    if (await isForgotten(stores, jobId, note.noteId)) continue;
    await stores.notes.merge(note, observation);
    await stores.snapshots.append(note.noteId, note.counts, observation);
  }
  for (const author of authors) {
    if (await isForgotten(stores, jobId, author.id.value)) continue;
    // Another row of the list may have named them: they are counted once.
    if (!(await stores.jobItems.hasDonePerson(jobId, author.id.value))) fresh += 1;
    await stores.authors.merge(author, observation);
  }
  return { fresh, added, before, ...joining };
}

/** How many replies their roots had: threads that an earlier page had found grown, and that nobody has read to their end since. */
async function findGrown(
  { comments }: Repositories,
  noteId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | undefined>> {
  const roots = await Promise.all(ids.map((id) => comments.find(noteId, id)));
  return new Map(ids.map((id, index) => [id, roots[index]?.replyCount?.value]));
}

/** Those and the ones that have grown now, or are new: of all of them more follows than has come with the page. */
function listGrown(
  { threads, comments }: CommentRows,
  before: StoredRows['before'],
  known: ReadonlyMap<string, unknown>,
): string[] {
  return Object.entries(threads).flatMap(([id, { hasMore }]) => {
    const now = comments.find(({ commentId }) => commentId === id)?.replyCount?.value;
    const hasGrown = before.get(id)?.replyCount?.value !== now || known.has(id);
    return hasMore && hasGrown ? [id] : [];
  });
}

/** A collection that came to the end of the list says when; where there was none, the page may have. */
function findWholeAt(list: StoredCommentList | undefined): number | undefined {
  const { collected, hasMore } = list ?? {};
  if (collected?.endedBy === 'end') return collected.endedAt;
  return collected === undefined && hasMore === false ? Infinity : undefined;
}

/** The user has forgotten the note or the person since the job began: neither a later page of its list nor a link brings them back. */
async function isForgotten({ jobs, jobItems }: Repositories, jobId: string, id: string): Promise<boolean> {
  if ((await jobItems.find(jobId, `${id}/note`))?.state === 'skipped') return true;
  return (await jobs.find(jobId))?.forgotten?.includes(id) ?? false;
}
