import type { QueueSort } from '../../../../insights/unanswered/rank-unanswered';
import type { Note } from '../../../../model/note';
import type { UnansweredFinder } from '../../../../workers/library/unanswered/create-unanswered-client';
import type { Ports } from '../../../shell/ports';

/** Whose comments wait: those under the note that is shown, or under every kept note of the user's own. */
export type QueueScope = 'note' | 'mine';

/** The user's own notes that are looked through, the last seen first. */
const MOST_NOTES = 200;

/** Who is logged in, the notes that are asked for, and what waits under them. */
export async function lookThrough(
  { client, readers }: Pick<Ports, 'client' | 'readers'>,
  finder: UnansweredFinder,
  asked: { readonly scope: QueueScope; readonly sort: QueueSort; readonly noteId: string | undefined },
) {
  const viewer = (await client('viewer.find', {}))?.userId;
  const listed = await listNotes(readers, asked.scope, { viewer, noteId: asked.noteId });
  const noteIds = listed.map(({ noteId }) => noteId);
  return { viewer, listed, found: await finder.find({ noteIds, viewerId: viewer, sort: asked.sort }) };
}

async function listNotes(
  readers: Ports['readers'],
  scope: QueueScope,
  { viewer, noteId }: { readonly viewer: string | undefined; readonly noteId: string | undefined },
): Promise<readonly Note[]> {
  if (scope === 'mine') {
    if (viewer === undefined) return [];
    return (await readers.findNotesByAuthor({ kind: 'site', value: viewer }, MOST_NOTES)).newest;
  }
  const note = noteId === undefined ? undefined : await readers.findNote(noteId);
  return note ? [note] : [];
}
