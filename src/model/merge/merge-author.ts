import { mergeCounts } from '../values/count';
import type { Count } from '../values/count';
import type { Author, AuthorSighting } from '../author';
import { mergeFields } from './merge-fields';
import type { FieldMerge } from './merge-fields';
import type { Observation } from '../values/observation';

const countMerge: FieldMerge = (older, newer) =>
  mergeCounts(older as Count | undefined, newer as Count | undefined);

const COUNTS = ['follows', 'fans', 'likedAndCollected', 'liked', 'collected', 'notes'] as const;

/** The person's profile with what one source told. Both must carry the same id. */
export function mergeAuthor(
  older: Author | undefined,
  seen: AuthorSighting,
  observation: Observation,
): Author {
  const { id, counts, observed, firstSeenAt, lastSeenAt, ...fields } = older ?? {
    id: seen.id,
    counts: {},
    observed: {},
    firstSeenAt: observation.at,
    lastSeenAt: observation.at,
  };
  const plain = mergeFields({ values: fields, observed }, { ...seen.fields }, observation);
  const counted = mergeFields(
    { values: counts, observed: countObservations(observed) },
    { ...seen.counts },
    observation,
    Object.fromEntries(COUNTS.map((name) => [name, countMerge])),
  );
  return {
    ...(plain.values as typeof fields),
    id,
    counts: counted.values as Author['counts'],
    observed: {
      ...plain.observed,
      ...Object.fromEntries(
        Object.entries(counted.observed).map(([name, seenAt]) => [`counts.${name}`, seenAt]),
      ),
    },
    firstSeenAt: Math.min(firstSeenAt, observation.at),
    lastSeenAt: Math.max(lastSeenAt, observation.at),
  };
}

function countObservations(observed: Author['observed']): Author['observed'] {
  return Object.fromEntries(
    Object.entries(observed)
      .filter(([name]) => name.startsWith('counts.'))
      .map(([name, seenAt]) => [name.slice('counts.'.length), seenAt]),
  );
}
