import type { Count } from '../../model/values/count';
import type { Coverage } from './completeness';

/** Several notes as one: sums, the widest spans, and the worst state. What is not known of one is not known of all. */
export function mergeCoverage(coverages: readonly Coverage[]): Coverage {
  const sum = (read: (coverage: Coverage) => number) =>
    coverages.reduce((total, coverage) => total + read(coverage), 0);
  const isAny = (state: Coverage['state']) => coverages.some((coverage) => coverage.state === state);
  return {
    rows: sum(({ rows }) => rows),
    topLevel: sum(({ topLevel }) => topLevel),
    replies: sum(({ replies }) => replies),
    repliesWithoutRoot: sum(({ repliesWithoutRoot }) => repliesWithoutRoot),
    gone: sum(({ gone }) => gone),
    expected: addCounts(coverages.map(({ expected }) => expected)),
    expectedReplies: addCounts(coverages.map(({ expectedReplies }) => expectedReplies)),
    state: isAny('short') ? 'short' : isAny('unknown') ? 'unknown' : 'complete',
    reason: coverages.find(({ reason }) => reason !== undefined)?.reason,
    shortThreads: coverages.flatMap(({ shortThreads }) => shortThreads),
    sources: addSources(coverages),
    createdFrom: findEdge(
      coverages.map(({ createdFrom }) => createdFrom),
      'first',
    ),
    createdTo: findEdge(
      coverages.map(({ createdTo }) => createdTo),
      'last',
    ),
    capturedFrom: findEdge(
      coverages.map(({ capturedFrom }) => capturedFrom),
      'first',
    ),
    capturedTo: findEdge(
      coverages.map(({ capturedTo }) => capturedTo),
      'last',
    ),
  };
}

function addCounts(counts: readonly (Count | undefined)[]): Count | undefined {
  let value = 0;
  let approximate = false;
  for (const count of counts) {
    if (!count) return undefined;
    value += count.value;
    approximate ||= count.approximate;
  }
  return { raw: String(value) + (approximate ? '+' : ''), value, approximate };
}

function addSources(coverages: readonly Coverage[]): Coverage['sources'] {
  const rows = new Map<string, number>();
  for (const one of coverages.flatMap(({ sources }) => sources))
    rows.set(one.source, (rows.get(one.source) ?? 0) + one.rows);
  return [...rows].map(([source, count]) => ({ source, rows: count })).sort((a, b) => b.rows - a.rows);
}

/** ISO times sort as texts. */
function findEdge(times: readonly (string | undefined)[], edge: 'first' | 'last'): string | undefined {
  const known = times.filter((time) => time !== undefined).sort();
  return edge === 'first' ? known[0] : known.at(-1);
}
