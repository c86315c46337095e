import { PROVIDERS } from '../../../../model/providers/provider.catalog';
import type { ListColumn } from '../../lists/list-column';
import type { FoundNote } from '../state/found-row';
import { toFoundNoteUrl } from './to-site-url';

/** Everything that a list of notes tells, flat: the columns of its files, and what its table can be sorted by. */
export const NOTE_COLUMNS = [
  { id: 'note_id', cell: ({ note }) => note.noteId },
  { id: 'title', cell: ({ note }) => note.fields.title },
  { id: 'text', cell: ({ note }) => note.fields.text },
  { id: 'type', cell: ({ note }) => note.fields.type },
  { id: 'author_id', cell: ({ note }) => note.fields.author?.id.value },
  { id: 'author_id_kind', cell: ({ note }) => note.fields.author?.id.kind },
  { id: 'author_name', cell: ({ note }) => note.fields.author?.nickname },
  { id: 'published_at', cell: ({ note }) => toIso(note.fields.publishedAt) },
  { id: 'place', cell: ({ note }) => note.fields.place },
  { id: 'likes', cell: ({ note }) => note.counts.likes?.value },
  { id: 'collects', cell: ({ note }) => note.counts.collects?.value },
  { id: 'comments', cell: ({ note }) => note.counts.comments?.value },
  { id: 'shares', cell: ({ note }) => note.counts.shares?.value },
  { id: 'url', cell: ({ note }) => toFoundNoteUrl(note) },
  { id: 'source', cell: ({ run }) => PROVIDERS[run.provider].label },
  { id: 'endpoint', cell: ({ run }) => run.endpoint },
  { id: 'found_at', cell: ({ run }) => toIso(run.at) },
] as const satisfies readonly ListColumn<FoundNote>[];

/** ISO 8601, UTC. */
export const toIso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
