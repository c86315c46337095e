import { toDeed, toDeedKey } from '../../../model/actions/deed';
import type { Deed } from '../../../model/actions/deed';
import type { ActionEntry } from '../../../model/actions/action-entry';
import { toPrefixRange } from '../../comment-range';
import type { StoredDatabase } from '../../database';

/** Orders whose ends are looked for, at most, the newest ones; those that are not over are all found. */
const MOST_ENDED = 100;
const NOT_OVER = ['queued', 'running', 'waiting', 'paused'] as const;

/** What was ordered with one press on a note and its comments, and everything that was attempted there. */
export interface NoteDeeds {
  /** One for each thing and account, the newest. */
  readonly deeds: readonly Deed[];
  /** In no order. */
  readonly entries: readonly ActionEntry[];
}

export async function listNoteDeeds(database: StoredDatabase, noteId: string): Promise<NoteDeeds> {
  const transaction = database.transaction(['jobs', 'jobItems', 'actions']);
  const jobs = transaction.objectStore('jobs');
  const entries = await transaction.objectStore('actions').index('noteId').getAll(noteId);
  const open = await Promise.all(NOT_OVER.map((state) => jobs.index('state').getAll(state)));
  const newest = [...entries].sort((a, b) => b.at - a.at).slice(0, MOST_ENDED);
  const ended = await Promise.all([...new Set(newest.map(({ jobId }) => jobId))].map((id) => jobs.get(id)));
  const found = [...ended, ...open.flat()].flatMap((job) => (job?.kind === 'act' ? job : []));
  const acting = [...new Map(found.map((job) => [job.jobId, job])).values()];
  const deeds = await Promise.all(
    acting.map(async (job) => {
      const items = await transaction.objectStore('jobItems').getAll(toPrefixRange(job.jobId));
      return items.flatMap((item) => {
        const last = newest.find((entry) => entry.jobId === job.jobId && isOf(item.work, entry));
        const deed = toDeed(job, item, last);
        return deed?.noteId === noteId ? deed : [];
      });
    }),
  );
  const inOrder = deeds.flat().sort((a, b) => a.orderedAt - b.orderedAt);
  return { deeds: [...new Map(inOrder.map((deed) => [toDeedKey(deed), deed])).values()], entries };
}

/** Whether an item's last attempt is this one. */
const isOf = (work: unknown, { actionId }: ActionEntry): boolean =>
  typeof work === 'object' && work !== null && 'actionId' in work && work.actionId === actionId;
