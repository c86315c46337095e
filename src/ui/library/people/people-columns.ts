import type { Observation } from '../../../model/values/observation';
import { toIso } from '../explore/rows/note-columns';
import { toFoundAuthorUrl } from '../explore/rows/to-site-url';
import type { ListColumn } from '../lists/list-column';
import type { KeptPerson } from './create-people-store';

/** Everything that is kept of a person, flat: the columns of its files. */
export const PEOPLE_COLUMNS = [
  { id: 'author_id', cell: ({ author }) => author.id.value },
  { id: 'author_id_kind', cell: ({ author }) => author.id.kind },
  { id: 'author_name', cell: ({ author }) => author.nickname },
  { id: 'red_id', cell: ({ author }) => author.redId },
  { id: 'desc', cell: ({ author }) => author.desc },
  { id: 'place', cell: ({ author }) => author.place },
  { id: 'verified', cell: ({ author }) => author.verified },
  { id: 'fans', cell: ({ author }) => author.counts.fans?.value },
  { id: 'follows', cell: ({ author }) => author.counts.follows?.value },
  { id: 'notes', cell: ({ author }) => author.counts.notes?.value },
  { id: 'liked', cell: ({ author }) => author.counts.liked?.value },
  { id: 'liked_and_collected', cell: ({ author }) => author.counts.likedAndCollected?.value },
  { id: 'kept_notes', cell: ({ keptNotes }) => keptNotes },
  { id: 'url', cell: ({ author }) => toFoundAuthorUrl(author.id, author.xsecToken) },
  { id: 'source', cell: ({ author }) => findLastSight(author.observed)?.source },
  { id: 'endpoint', cell: ({ author }) => findLastSight(author.observed)?.via },
  { id: 'first_seen_at', cell: ({ author }) => toIso(author.firstSeenAt) },
  { id: 'last_seen_at', cell: ({ author }) => toIso(author.lastSeenAt) },
] as const satisfies readonly ListColumn<KeptPerson>[];

/** Who told the newest of what is known; `undefined` where nothing was told. */
export function findLastSight(observed: Readonly<Record<string, Observation>>): Observation | undefined {
  return Object.values(observed).reduce<Observation | undefined>(
    (last, seen) => (last === undefined || seen.at > last.at ? seen : last),
    undefined,
  );
}
