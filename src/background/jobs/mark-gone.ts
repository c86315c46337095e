import type { CommentKey } from '../../storage/repositories/comments';
import { storeSeen } from '../gate';
import type { Services } from '../services';

/** Rows a transaction: short enough for captures to come in between. */
const BATCH = 2_000;

/** Marks what a complete collection of the note has not brought, in batches; done again, it changes nothing. */
export async function markGone(
  services: Pick<Services, 'connection' | 'settings' | 'now'>,
  noteId: string,
  collection: { readonly jobId: string; readonly startedAt: number },
): Promise<number> {
  const at = services.now();
  let marked = 0;
  let after: CommentKey | undefined;
  do {
    const from = after;
    const batch = await storeSeen(services, (stores) =>
      stores.comments.markGone(noteId, { ...collection, at }, from, BATCH),
    );
    marked += batch?.marked ?? 0;
    after = batch?.next;
  } while (after);
  return marked;
}
