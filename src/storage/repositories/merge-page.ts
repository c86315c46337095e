import type { IDBPObjectStore } from 'idb';
import { withoutKey } from '../../lib/without-key';
import { isCollectedBy } from '../../model/comment';
import type { Comment, CommentSighting } from '../../model/comment';
import { mergeComment } from '../../model/merge/merge-comment';
import type { Observation } from '../../model/values/observation';
import type { StoredSchema, StoreName } from '../schema';
import type { MergedComments, SeenComments } from './comments';

export type CommentStore = IDBPObjectStore<StoredSchema, StoreName[], 'comments', 'readwrite'>;

/** More jobs that collect one note at a time, nobody has. */
const MOST_OTHERS = 7;

/** Epoch ms of now, and which jobs may go on still. */
interface Storing {
  readonly at: number;
  readonly mayGoOn: (jobId: string) => Promise<boolean>;
}

/**
 * Merges one page into the store. Rows of another note than the page's are left out (they are not what was
 * asked), and a row that comes twice counts once. A row that is collected by several jobs belongs to all of them that
 * may go on: what one brings is not new to another one that has brought it before.
 */
export async function mergePage(
  store: CommentStore,
  page: SeenComments,
  observation: Observation,
  { at, mayGoOn }: Storing,
): Promise<MergedComments> {
  const own = page.comments.filter((comment) => comment.noteId === page.noteId);
  const rows = [...new Map(own.map((comment) => [comment.commentId, comment])).values()];
  const [positions, known] = await Promise.all([
    createPositions(store, page),
    Promise.all(rows.map((row) => store.get([page.noteId, row.commentId]))),
  ]);
  const { collectedBy } = page;
  const others = collectedBy === undefined ? [] : await listOthers(known, collectedBy, mayGoOn);
  let added = 0;
  let changed = 0;
  let fresh = 0;
  const merging: Comment[] = [];
  for (const [index, row] of rows.entries()) {
    const older = known[index];
    const position = positions(row) ?? older?.position;
    const seen = mergeComment(older, position === undefined ? row : { ...row, position }, observation);
    const stored = stampStored(older, seen, at);
    const merged = collectedBy === undefined ? stored : collected(stored, collectedBy, others);
    if (collectedBy !== undefined && !(older && isCollectedBy(older, collectedBy))) fresh += 1;
    if (!older) added += 1;
    else if (!isSame(older, merged)) changed += 1;
    merging.push(merged);
  }
  // All at once: waiting for each would take a turn to the process that writes for each.
  await Promise.all(merging.map(async (comment) => store.put(comment)));
  const isTop = page.level === 'top';
  const last = rows.findLastIndex((row) => !isTop || row.rootCommentId === undefined);
  const before = new Map(
    known.flatMap((comment) => (comment ? [[comment.commentId, comment] as const] : [])),
  );
  return { added, changed, fresh, before, isLastKnown: last >= 0 && known[last] !== undefined };
}

/** What is new here, or has come back: from now on it is there. */
function stampStored(older: Comment | undefined, seen: Comment, at: number): Comment {
  const isBack = older?.goneAt !== undefined && seen.goneAt === undefined;
  return older && !isBack ? seen : { ...seen, storedAt: at };
}

/** Of the other jobs that have collected rows of the page, those that may go on. */
async function listOthers(
  known: readonly (Comment | undefined)[],
  jobId: string,
  mayGoOn: (jobId: string) => Promise<boolean>,
): Promise<string[]> {
  const ids = new Set(known.flatMap((row) => (row ? listCollectors(row) : [])));
  ids.delete(jobId);
  const found = await Promise.all([...ids].map(async (id) => ((await mayGoOn(id)) ? [id] : [])));
  return found.flat();
}

const listCollectors = ({ collectedBy, alsoCollectedBy = [] }: Comment): string[] =>
  collectedBy === undefined ? [] : [collectedBy, ...alsoCollectedBy];

/** The row, as one that the job has collected now, beside those of the others that had collected it. */
function collected(row: Comment, jobId: string, others: readonly string[]): Comment {
  const before = listCollectors(row).filter((id) => others.includes(id));
  const rest = withoutKey(row, 'alsoCollectedBy');
  return {
    ...rest,
    collectedBy: jobId,
    ...(before.length > 0 ? { alsoCollectedBy: before.slice(0, MOST_OTHERS) } : {}),
  };
}

/**
 * Gives every row of the page its place: rows of the page's own level are counted from where the page began, replies
 * that came embedded behind their root from the thread's first one.
 */
async function createPositions(
  store: CommentStore,
  page: SeenComments,
): Promise<(row: CommentSighting) => number | undefined> {
  const base = await findBase(store, page);
  const ownRoot = page.level === 'replies' ? page.rootCommentId : undefined;
  const next = new Map<string | undefined, number | undefined>([[ownRoot, base]]);
  return (row) => {
    const root = row.rootCommentId;
    const place = next.has(root) ? next.get(root) : 0;
    next.set(root, place === undefined ? undefined : place + 1);
    return place;
  };
}

async function findBase(store: CommentStore, page: SeenComments): Promise<number | undefined> {
  if (page.whole || page.askedCursor === '') return 0;
  if (page.askedCursor === undefined) return undefined;
  const before = await store.get([page.noteId, page.askedCursor]);
  const isSameLevel =
    page.level === 'top' ? before?.rootCommentId === undefined : before?.rootCommentId === page.rootCommentId;
  return isSameLevel && before?.position !== undefined ? before.position + 1 : undefined;
}

/** Whether nothing but the moment of seeing, and who asked, differs. Both were built by one merge, so their keys stand in any order. */
function isSame(older: Comment, merged: Comment): boolean {
  const keys = new Set([...Object.keys(older), ...Object.keys(merged)] as (keyof Comment)[]);
  keys.delete('observed');
  keys.delete('collectedBy');
  keys.delete('alsoCollectedBy');
  return [...keys].every((key) => JSON.stringify(older[key]) === JSON.stringify(merged[key]));
}
