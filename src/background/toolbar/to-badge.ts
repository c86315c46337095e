import type { TabPage } from '../../model/page-state';
import type { Badge } from '../../platform/surfaces/action-badge';

export const BADGE_COLORS = {
  found: '#c2410c',
  stopped: '#b91c1c',
  noticed: '#a16207',
  paused: '#57534e',
} as const;
const NOTHING: Badge = { text: '', color: BADGE_COLORS.found };

/**
 * What the toolbar button says of a tab: `!` for a stop sign, two bars while paused, else how many comments of the note
 * in front are stored, a tick while there are none yet, nothing where no note is in front.
 */
export function toBadge(
  page: Pick<TabPage, 'note' | 'stopSign'>,
  state: { readonly paused: boolean; readonly comments: number },
): Badge {
  if (page.stopSign && page.stopSign.class !== 'login') {
    return { text: '!', color: page.stopSign.class === 'all' ? BADGE_COLORS.stopped : BADGE_COLORS.noticed };
  }
  if (state.paused) return { text: '❚❚', color: BADGE_COLORS.paused };
  if (!page.note) return NOTHING;
  return { text: state.comments === 0 ? '✓' : toShortCount(state.comments), color: BADGE_COLORS.found };
}

/** At most four characters fit. */
function toShortCount(count: number): string {
  if (count < 1_000) return String(count);
  if (count < 1_000_000) return `${Math.floor(count / 1_000)}k`;
  return `${Math.floor(count / 1_000_000)}M`;
}
