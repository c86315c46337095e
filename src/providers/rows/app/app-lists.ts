import * as z from 'zod/mini';
import type { NotesRead } from '../../../model/providers/operation-output';
import { ProviderError } from '../../../model/providers/provider-error';
import { findNextCursor } from '../next-cursor';
import { flagShape, textShape } from '../read-shape';
import { appNoteShape, mapAppCard } from './app-note';

/** An author's notes, or those they have collected. */
export const appNotesShape = z.object({
  notes: z.array(z.extend(appNoteShape, { cursor: textShape })),
  cursor: textShape,
  has_more: flagShape,
});

type Page = z.infer<typeof appNotesShape>;

/**
 * The notes of a page and where it goes on: the vendor's cursor, else that of the last note, which is its id (bodies
 * passed on in 2023; TikHub OpenAPI V5.3.2, 2026-03). `has_more` may be missing; then the list ends at an empty page, or
 * where the cursor stays.
 */
export function mapAppNotes(page: Page, asked: string | undefined): NotesRead {
  const last = page.notes.at(-1);
  const cursor = last && (page.cursor || last.cursor || last.id);
  const rows = page.notes.length;
  return {
    notes: page.notes.map(mapAppCard),
    ...findNextCursor({ cursor, hasMore: page.has_more, rows, asked }),
  };
}

/** A search's items: notes among other things (what is advertised, related searches), which have another `model_type`. */
export const appSearchShape = z.object({
  items: z.array(z.object({ model_type: textShape, note: z.optional(z.unknown()) })),
  has_more: flagShape,
});

/** The notes among the items. Throws `invalid-response` for an item that says it is a note and has none. */
export function mapAppItems(items: z.infer<typeof appSearchShape>['items']): NotesRead['notes'] {
  return items.flatMap((item, index) => {
    if (item.model_type == null ? item.note == null : item.model_type !== 'note') return [];
    const result = z.safeParse(appNoteShape, item.note);
    if (result.success) return [mapAppCard(result.data)];
    const path = result.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new ProviderError('invalid-response', { reason: `items.${String(index)}.note.${path}` });
  });
}
