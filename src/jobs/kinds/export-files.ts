import * as z from 'zod/mini';
import { withoutKey } from '../../lib/without-key';
import type { JobInput } from '../../model/jobs/job-inputs';
import { listNoteIds } from '../../model/export';
import type { ItemOutcome, NewItem } from '../job-kind';
import { defineJobKind } from '../job-kind';

/** A file, under the id that it is written by: begun again under that id, it is the same one. */
export const fileWorkSchema = z.object({ type: z.literal('file'), noteId: z.string(), exportId: z.string() });

type Work = z.infer<typeof fileWorkSchema>;

const toNewFile = (work: Work): Work => ({ ...work, exportId: crypto.randomUUID() });

/**
 * Files, one after the other: one for all notes of the request, or one for each. Each is written beside this job and
 * outlives the background; after a restart of the browser, what was not on the disk yet is written anew.
 */
export const exportFiles = defineJobKind({
  name: 'export',
  workSchema: fileWorkSchema,
  sideBySide: 1,
  places: 'files',
  plan,
  step: async ({ input, work, reach, terms }) => {
    const { exportId, noteId } = work;
    await reach.files.begin(toRequest(input, noteId), exportId);
    const { state, error, fileName, rows } = await reach.files.end(exportId, terms.signal);
    const settle = (): ItemOutcome<Work> => {
      const label = { label: fileName };
      if (state === 'done') return { state: 'done', ...label, gain: { rows } };
      if (error?.code === 'cancelled') return { state: 'skipped', ...label, error };
      return { state: 'failed', ...label, event: 'item-failed', ...(error ? { error } : {}) };
    };
    return { settle };
  },
  again: toNewFile,
  // A file that was cancelled with the job is none to wait for.
  resumed: (work, wasOver) => (wasOver ? toNewFile(work) : work),
  // A file that is being written when the job is paused is written to its end.
  leave: async ({ exportId }, { reach, isOver }) => {
    if (isOver) await reach.files.cancel(exportId);
  },
});

function plan({ request }: JobInput<'export'>): NewItem<Work>[] {
  const noteIds = request.oneFileEach === true ? listNoteIds(request) : [request.noteId];
  return noteIds.map((noteId) => ({
    itemId: noteId,
    noteId,
    work: { type: 'file', noteId, exportId: crypto.randomUUID() },
  }));
}

function toRequest({ request }: JobInput<'export'>, noteId: string): JobInput<'export'>['request'] {
  if (request.oneFileEach !== true) return request;
  return { ...withoutKey(withoutKey(request, 'noteIds'), 'oneFileEach'), noteId };
}
