import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NoteSighting, SiteHost } from '../../model/note';
import { interactShape, mapNoteCounts, mapNoteType, mapNoteViewer } from './note-row';
import { mapPerson, knownPersonShape } from './person-row';
import { ID_PATTERN, readShape, textShape } from './read-shape';

const cardShape = z.object({
  noteId: textShape,
  xsecToken: textShape,
  type: z.string(),
  displayTitle: textShape,
  user: knownPersonShape,
  interactInfo: interactShape,
});

/** An item of the feed or of search results; what is no note (live rooms, related searches) has no card. */
const itemShape = z.object({
  id: textShape,
  xsecToken: textShape,
  modelType: textShape,
  noteCard: z.nullish(z.unknown()),
});

/**
 * The notes among the items of a list, in its order. A card's cover and the length of its video are left out: a note's
 * pictures and video are known from the note itself. A card without a title may only be one whose title is not shown.
 */
export function mapItems(items: readonly unknown[], place: string, host?: SiteHost): NoteSighting[] {
  return items.flatMap((raw, index) => {
    const item = readShape(itemShape, raw, `${place}[${String(index)}]`);
    if (item.noteCard == null || (item.modelType != null && item.modelType !== 'note')) return [];
    const card = readShape(cardShape, item.noteCard, `${place}[${String(index)}].noteCard`);
    return mapCard(
      { ...card, noteId: item.id || card.noteId, xsecToken: item.xsecToken || card.xsecToken },
      host,
    );
  });
}

/** Notes of a profile's lists, whose rows are the cards themselves (`user_posted`, 2024 to 2026). */
export function mapCards(rows: readonly unknown[], place: string, host?: SiteHost): NoteSighting[] {
  return rows.flatMap((row, index) => mapCard(readShape(cardShape, row, `${place}[${String(index)}]`), host));
}

function mapCard(card: z.infer<typeof cardShape>, host: SiteHost | undefined): NoteSighting[] {
  if (!card.noteId || !ID_PATTERN.test(card.noteId)) return [];
  return [
    {
      noteId: card.noteId,
      fields: omitUndefined({
        type: mapNoteType(card.type),
        title: card.displayTitle || undefined,
        author: mapPerson(card.user),
        host,
      }),
      counts: mapNoteCounts(card.interactInfo),
      ...(card.xsecToken ? { token: { xsecToken: card.xsecToken } } : {}),
      viewer: mapNoteViewer(card.interactInfo),
    },
  ];
}
