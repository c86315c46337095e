import { findUpperBound, type Count } from '../../model/values/count';
import type { NoteCounts, NoteSnapshot } from '../../model/note';

/** How the counts have moved since the note was last seen before this visit. */
export interface Trend {
  readonly since: number;
  readonly deltas: { readonly [Name in keyof NoteCounts]?: number };
}

/** Sightings less than this apart belong to one visit. */
const VISIT_GAP_MS = 30 * 60_000;
const NAMES = ['likes', 'collects', 'comments', 'shares'] as const;

/**
 * Compares the counts with the last snapshot of an earlier visit; `undefined` when there was none. `snapshots` oldest
 * first; `seenAt`: when the note was last seen (epoch ms). A count that is approximate has no delta while the true
 * number may not have moved.
 */
export function findTrend(
  counts: NoteCounts,
  snapshots: readonly NoteSnapshot[],
  seenAt: number,
): Trend | undefined {
  let visitStart = seenAt;
  let before: NoteSnapshot | undefined;
  for (const snapshot of [...snapshots].sort((a, b) => b.at - a.at)) {
    if (snapshot.at > visitStart) continue;
    if (visitStart - snapshot.at >= VISIT_GAP_MS) {
      before = snapshot;
      break;
    }
    visitStart = snapshot.at;
  }
  if (!before) return undefined;
  const deltas: { [Name in keyof NoteCounts]?: number } = {};
  for (const name of NAMES) {
    const delta = findDelta(before.counts[name], counts[name]);
    if (delta !== undefined) deltas[name] = delta;
  }
  return { since: before.at, deltas };
}

function findDelta(older: Count | undefined, newer: Count | undefined): number | undefined {
  if (!older || !newer) return undefined;
  if (!older.approximate && !newer.approximate) return newer.value - older.value;
  const apart = older.value > findUpperBound(newer) || newer.value > findUpperBound(older);
  return apart ? newer.value - older.value : undefined;
}
