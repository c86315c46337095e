import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import { mayHaveBeenSent } from '../../model/actions/action-entry';
import type { ActionEntry } from '../../model/actions/action-entry';
import type { ActionOutcome } from '../../model/actions/page-action';
import type { WriteTransaction } from '../database';

/**
 * Every attempt at an action with the user's session, under its id.
 * Written by: jobs that act, forgetting. Read by: the pace of acting, the log of actions. Bounded by: what the user has
 * done; emptied by the user.
 */
export interface Actions {
  put(entry: ActionEntry): Promise<void>;
  /** An attempt that had to wait is begun only now. */
  beginAnew(actionId: string, at: number): Promise<void>;
  /** What came of an attempt whose end nobody has written down; answers it, `undefined` where there is none such. */
  end(actionId: string, outcome: ActionOutcome, at: number): Promise<ActionEntry | undefined>;
  /** What was done to the note stays counted, and says nothing of the note any more. */
  removeOfNote(noteId: string): Promise<void>;
  /** What was done to these comments stays counted, and says nothing of them any more. */
  forgetTargets(commentIds: ReadonlySet<string>): Promise<void>;
  /**
   * Empties the log. What has no end yet stays where its job goes on; what the site may have heard of stays unlisted and without words, since the
   * day's caps are held by it, and nothing is sent twice; everything else is removed.
   */
  emptyLog(jobsUnderWay: ReadonlySet<string>): Promise<void>;
  /** Everything that was done in this person's name. */
  removeOfViewer(viewerId: string): Promise<void>;
  clear(): Promise<void>;
}

export function createActions(transaction: WriteTransaction): Actions {
  const store = transaction.objectStore('actions');
  return {
    put: async (entry) => {
      await store.put(entry);
    },
    beginAnew: async (actionId, at) => {
      const entry = await store.get(actionId);
      if (entry && !entry.outcome) await store.put({ ...entry, at });
    },
    end: async (actionId, outcome, at) => {
      const entry = await store.get(actionId);
      if (!entry || entry.outcome) return undefined;
      await store.put({ ...entry, outcome, endedAt: at });
      return entry;
    },
    removeOfNote: async (noteId) => {
      for (const entry of await store.index('noteId').getAll(noteId)) await store.put(bare(entry));
    },
    forgetTargets: async (commentIds) => {
      if (commentIds.size === 0) return;
      for await (const cursor of store) {
        const { commentId } = cursor.value;
        if (commentId !== undefined && commentIds.has(commentId)) await cursor.update(bare(cursor.value));
      }
    },
    emptyLog: async (jobsUnderWay) => {
      for await (const cursor of store) {
        const entry = cursor.value;
        if (entry.outcome === undefined && jobsUnderWay.has(entry.jobId)) continue;
        if (mayHaveBeenSent(entry)) await cursor.update(emptied(entry));
        else await cursor.delete();
      }
    },
    removeOfViewer: async (viewerId) => {
      const range = IDBKeyRange.bound([viewerId], [viewerId, []]);
      for await (const cursor of store.index('account').iterate(range)) await cursor.delete();
    },
    clear: () => store.clear(),
  };
}

/** That something was done and when, without what it was done to. */
function bare(entry: ActionEntry): ActionEntry {
  const { actionId, action, viewerId, at, mode, jobId, outcome, endedAt, isEmptied } = entry;
  return {
    ...{ actionId, action, viewerId, at, mode, jobId, noteId: '' },
    ...(isEmptied ? { isEmptied } : {}),
    ...(outcome ? { outcome: withoutWords(outcome) } : {}),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

/** What was done to what, by whom and when, without the words and the way there. */
function emptied(entry: ActionEntry): ActionEntry {
  const { noteId, commentId, rootCommentId, outcome } = entry;
  const made = outcome?.is === 'done' ? { outcome: withoutKey(outcome, 'said') } : {};
  return omitUndefined({
    ...{ ...bare(entry), ...made },
    ...{ noteId, commentId, rootCommentId, isEmptied: true },
  });
}

/** How it ended, without the comment that came of it. */
const withoutWords = (outcome: ActionOutcome): ActionOutcome =>
  outcome.is === 'done' ? { is: 'done', proof: outcome.proof } : outcome;
