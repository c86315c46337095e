import * as z from 'zod/mini';
import type { NoteSighting } from '../../model/note';
import { ID_PATTERN } from '../rows/read-shape';
import type { Endpoint } from './define-endpoint';
import { defineEndpoint, findText } from './define-endpoint';

/** The four calls, the request's key that names the note, and what is true of it afterwards (site bundle 6.12.1, 2026-05). */
const ACTIONS: readonly (readonly [id: string, key: string, after: NonNullable<NoteSighting['viewer']>])[] = [
  ['like', 'noteOid', { liked: true }],
  ['dislike', 'noteOid', { liked: false }],
  ['collect', 'noteId', { collected: true }],
  ['uncollect', 'noteIds', { collected: false }],
];

/**
 * POST v1/note/like, dislike, collect and uncollect: what the viewer just did to a note. The answer holds nothing else;
 * the note is the one the request names (`uncollect` names several, joined by commas).
 */
export const noteActions: readonly Endpoint[] = ACTIONS.map(([id, key, viewer]) =>
  defineEndpoint({
    id: `note-${id}`,
    kind: 'action',
    path: new RegExp(`^v\\d/note/${id}$`),
    findNoteId: (asked) => findText(asked, key)?.split(',')[0],
    shape: z.unknown(),
    map: (_row, asked) => {
      const ids = (findText(asked, key) ?? '').split(',').filter((noteId) => ID_PATTERN.test(noteId));
      return { sightings: { notes: ids.map((noteId) => ({ noteId, fields: {}, counts: {}, viewer })) } };
    },
  }),
);
