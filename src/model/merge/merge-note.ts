import { mergeCounts } from '../values/count';
import type { Count } from '../values/count';
import { mergeFields } from './merge-fields';
import type { FieldMerge } from './merge-fields';
import { mergePersons } from './merge-person';
import { mergeVideos } from './merge-video';
import { addToken } from './note-tokens';
import type { Note, NoteCounts, NoteSighting } from '../note';
import type { Observation } from '../values/observation';
import type { Person } from '../author';

const COUNT_PREFIX = 'counts.';

const FIELD_MERGES: Readonly<Record<string, FieldMerge>> = {
  author: (older, newer) => mergePersons(older as Person | undefined, newer as Person | undefined),
  video: (older, newer) => mergeVideos(older as Note['video'], newer as Note['video']),
};

const COUNT_MERGES: Readonly<Record<string, FieldMerge>> = Object.fromEntries(
  ['likes', 'collects', 'comments', 'shares', 'views'].map((name) => [
    COUNT_PREFIX + name,
    (older, newer) => mergeCounts(older as Count | undefined, newer as Count | undefined),
  ]),
);

/** The note with what one source told of it. Times are epoch ms; `firstSeenAt` and `lastSeenAt` cover all sightings. */
export function mergeNote(older: Note | undefined, sighting: NoteSighting, observation: Observation): Note {
  const { noteId, counts, tokens, observed, firstSeenAt, lastSeenAt, ...fields } =
    older ?? createNote(sighting.noteId, observation.at);
  const merged = mergeFields(
    { values: { ...fields, ...prefixCounts(counts) }, observed },
    { ...sighting.fields, ...prefixCounts(sighting.counts) },
    observation,
    { ...FIELD_MERGES, ...COUNT_MERGES },
  );
  const { countFields, plainFields } = splitCounts(merged.values);
  const token = sighting.token && { ...sighting.token, from: observation.via, seenAt: observation.at };
  return {
    ...(plainFields as Partial<Note>),
    noteId,
    counts: countFields,
    tokens: token ? addToken(tokens, token) : tokens,
    observed: merged.observed,
    firstSeenAt: Math.min(firstSeenAt, observation.at),
    lastSeenAt: Math.max(lastSeenAt, observation.at),
  };
}

/** A note of which nothing is known but that it was seen. */
function createNote(noteId: string, at: number): Note {
  return { noteId, counts: {}, tokens: [], observed: {}, firstSeenAt: at, lastSeenAt: at };
}

function prefixCounts(counts: NoteCounts): Record<string, unknown> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [COUNT_PREFIX + name, count]));
}

function splitCounts(values: Record<string, unknown>): {
  countFields: NoteCounts;
  plainFields: Record<string, unknown>;
} {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const isCount = ([name]: [string, unknown]) => name.startsWith(COUNT_PREFIX);
  return {
    countFields: Object.fromEntries(
      entries.filter(isCount).map(([name, value]) => [name.slice(COUNT_PREFIX.length), value]),
    ) as NoteCounts,
    plainFields: Object.fromEntries(entries.filter((entry) => !isCount(entry))),
  };
}
