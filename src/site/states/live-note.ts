import type { Sightings } from '../sightings';

export function parseLiveNote(_text: string): Sightings {
  throw new Error('being written');
}
