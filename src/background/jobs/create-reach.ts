import type { KindReach } from '../../jobs/kind-reach';
import { findLink } from '../../site/find-link';
import { toLedRef } from '../providers/resolve-link';
import { reachActing } from '../acting/reach-acting';
import { reachLoading } from '../loading/reach-loading';
import type { Services } from '../services';
import type { JobOutside } from './create-job-services';
import { reachFiles } from './files/reach-files';

const HOUR_MS = 3_600_000;

/** What kinds of jobs ask of the rest of the extension. */
export function createReach(
  services: Pick<
    Services,
    | 'connection'
    | 'settings'
    | 'exports'
    | 'askPage'
    | 'injectContent'
    | 'tracker'
    | 'findTab'
    | 'now'
    | 'windows'
    | 'logins'
  >,
  later: JobOutside['later'],
): KindReach {
  return {
    findNote: (noteId) => services.connection.read((database) => database.get('notes', noteId)),
    readLink: findLink,
    readLed: toLedRef,
    files: reachFiles(services),
    loading: reachLoading(services, later),
    acting: reachActing(services, later),
    keepsForMs: async () => (await services.settings()).providers.cacheHours * HOUR_MS,
    fillsFromNext: async () => (await services.settings()).providers.fillFromNext,
  };
}
