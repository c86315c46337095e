import type { Sightings } from '../sightings';

export function parseNoteState(_state: unknown, _noteId: string): Sightings {
  throw new Error('being written');
}
