import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';

/** A note of the replica's world, by its key or id; throws where there is none. */
export function findNote(replica: Replica, keyOrId: string): WorldNote {
  const note = replica.world.findNote(keyOrId);
  if (!note) throw new Error(`The replica has no note "${keyOrId}".`);
  return note;
}
