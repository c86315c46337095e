import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NoteSighting } from '../../model/note';
import { mapNote, noteShape } from '../rows/note-row';
import type { Asked } from './define-endpoint';
import { defineEndpoint, findText } from './define-endpoint';

/** The token the page was answered with: it opened this note, and the request says where it came from. */
function findToken(asked: Asked): NoteSighting['token'] {
  const xsecToken = findText(asked, 'xsecToken');
  const xsecSource = asked.request['xsecSource'];
  if (xsecToken === undefined) return undefined;
  return omitUndefined({ xsecToken, xsecSource: typeof xsecSource === 'string' ? xsecSource : undefined });
}

/**
 * POST v1/feed: one note in full, when it is opened over a feed (saved body 2024-06; site bundle 6.12.1, 2026-05). An
 * empty list means that the note is not available; nothing says why.
 */
export const feed = defineEndpoint({
  id: 'feed',
  kind: 'notes',
  path: /^v\d\/feed$/,
  findNoteId: (asked) => findText(asked, 'sourceNoteId'),
  shape: z.object({ items: z.array(z.object({ noteCard: noteShape })) }),
  map: (row, asked) => {
    const wanted = findText(asked, 'sourceNoteId');
    const cards = row.items.map((item) => item.noteCard);
    const kept = cards.filter((card) => wanted === undefined || card.noteId === wanted);
    const notes = kept.map((card) => {
      const sighting = mapNote(card, wanted === undefined ? undefined : findToken(asked));
      return asked.host ? { ...sighting, fields: { ...sighting.fields, host: asked.host } } : sighting;
    });
    return {
      sightings: { notes },
      dropped: cards.filter((card) => !kept.includes(card)).map((card) => card.noteId),
    };
  },
});
