import * as z from 'zod/mini';
import { parseLooseJson } from '../../lib/parse-loose-json';
import { AppError } from '../../model/errors';
import { flagShape, idShape, readShape, textShape } from '../rows/read-shape';
import type { Sightings } from '../sightings';
import { mapNoteEntry, mapStateViewer } from './note-state';

const liveShape = z.object({
  noteId: idShape,
  entry: z.record(z.string(), z.unknown()),
  loggedIn: flagShape,
  userId: textShape,
  guest: flagShape,
});

/**
 * What `site/live-state` read from the page: one note with all of its comments that the page has loaded, and who looks.
 * An entry that belongs to another note gives the viewer alone. Throws `page-changed` for a note of another shape.
 */
export function parseLiveNote(text: string): Sightings {
  let raw: unknown;
  try {
    raw = parseLooseJson(text);
  } catch (cause) {
    throw new AppError('page-changed', { details: { endpoint: 'live-note', missing: 'json' }, cause });
  }
  const row = readShape(liveShape, raw, 'live-note');
  return { ...mapNoteEntry(row.entry, row.noteId), viewer: mapStateViewer(row) };
}
