import type { CommentList } from '../../model/comment';
import type { JobStores, Rows, StoredRows } from '../../jobs/ports';
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
    saveCollection: (noteId, collection) => stores.commentLists.collect(noteId, collection),
  };
}

/**
 * Stores what a step has read, as what pages show is stored. A list that a provider gives says nothing of the site's own
 * order, so places are left as they are. Profiles come from jobs only where the user asked for them by name.
 */
async function saveRows(stores: Repositories, jobId: string, rows: Rows): Promise<StoredRows> {
  const { observation, notes = [], authors = [] } = rows;
  let [fresh, added] = [notes.length, 0];
  let before: StoredRows['before'] = new Map();
  let [gapSince, wholeAt]: (number | undefined)[] = [];
  if (rows.comments && !(await isForgotten(stores, jobId, rows.comments.noteId))) {
    const page = { ...rows.comments, whole: false, collectedBy: jobId };
    if (page.untilKnown) wholeAt = findWholeAt(await stores.commentLists.find(page.noteId));
    const merged = await stores.comments.merge(page, observation);
    await stores.commentLists.read(page, merged.isLastKnown, observation.at);
    fresh += merged.fresh;
    added += merged.added;
    before = merged.before;
    if (page.untilKnown) gapSince = (await stores.commentLists.find(page.noteId))?.gapSince;
  }
  for (const note of notes) {
    if (await isForgotten(stores, jobId, note.noteId)) continue;
    await stores.notes.merge(note, observation);
    await stores.snapshots.append(note.noteId, note.counts, observation);
  }
  for (const author of authors) {
    // Another row of the list may have named them: they are counted once.
    if (!(await stores.jobItems.hasDonePerson(jobId, author.id.value))) fresh += 1;
    await stores.authors.merge(author, observation);
  }
  return { fresh, added, before, gapSince, wholeAt };
}

/** A collection that came to the end of the list says when; where there was none, the page may have. */
function findWholeAt(list: CommentList | undefined): number | undefined {
  const { collected, hasMore } = list ?? {};
  if (collected?.endedBy === 'end') return collected.endedAt;
  return collected === undefined && hasMore === false ? Infinity : undefined;
}

/** The user has forgotten the note since the job began: neither a later page of its list nor a link brings it back. */
async function isForgotten(
  { jobs, jobItems }: Repositories,
  jobId: string,
  noteId: string,
): Promise<boolean> {
  if ((await jobItems.find(jobId, `${noteId}/note`))?.state === 'skipped') return true;
  return (await jobs.find(jobId))?.forgotten?.includes(noteId) ?? false;
}
