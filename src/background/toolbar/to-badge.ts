import type { Job } from '../../model/jobs/job';
import type { TabPage } from '../../model/page-state';
import type { Badge } from '../../platform/surfaces/action-badge';

export const BADGE_COLORS = {
  found: '#c2410c',
  stopped: '#b91c1c',
  noticed: '#a16207',
  paused: '#57534e',
  done: '#15803d',
} as const;
const NOTHING: Badge = { text: '', color: BADGE_COLORS.found };

/**
 * What the toolbar button says of a tab: `!` for a stop sign, two bars while paused, else how far a job of the note in
 * front is, else how many of its comments are stored, a tick while there are none yet, nothing where no note is in front.
 */
export function toBadge(
  page: Pick<TabPage, 'note' | 'stopSign'>,
  state: { readonly paused: boolean; readonly comments: number; readonly job?: Job | undefined },
): Badge {
  if (page.stopSign && page.stopSign.class !== 'login') {
    return { text: '!', color: page.stopSign.class === 'all' ? BADGE_COLORS.stopped : BADGE_COLORS.noticed };
  }
  if (state.paused) return { text: '❚❚', color: BADGE_COLORS.paused };
  if (!page.note) return NOTHING;
  if (state.job) return { text: toPercent(state.job), color: BADGE_COLORS.found };
  return { text: state.comments === 0 ? '✓' : toShortCount(state.comments), color: BADGE_COLORS.found };
}

/** A job that still runs is never at a hundred; three points where nobody knows how much there is. */
function toPercent({ progress }: Job): string {
  const { rows, expectedRows = 0 } = progress;
  return expectedRows > 0 ? `${Math.min(99, Math.floor((rows / expectedRows) * 100))}%` : '…';
}

/** At most four characters fit. */
function toShortCount(count: number): string {
  if (count < 1_000) return String(count);
  if (count < 1_000_000) return `${Math.floor(count / 1_000)}k`;
  return `${Math.floor(count / 1_000_000)}M`;
}
