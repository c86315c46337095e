import type { KindReach } from '../../jobs/kind-reach';
import { findLink } from '../../site/find-link';
import { toLedRef } from '../providers/resolve-link';
import type { Services } from '../services';

/** What kinds of jobs ask of the rest of the extension. */
export function createReach(services: Pick<Services, 'connection' | 'settings'>): KindReach {
  return {
    findNote: (noteId) => services.connection.read((database) => database.get('notes', noteId)),
    readLink: findLink,
    readLed: toLedRef,
    fillsFromNext: async () => (await services.settings()).providers.fillFromNext,
  };
}
