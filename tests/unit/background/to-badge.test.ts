import { describe, expect, it } from 'vitest';
import { toBadge } from '../../../src/background/toolbar/to-badge';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import type { TabPage } from '../../../src/model/page-state';
import { createJob } from '../ui/jobs/job-samples';

const page: TabPage = { tabId: 1, windowId: 1, url: '', viewer: {}, missing: [], updatedAt: 1 };
const note = { noteId: 'n1', shownAs: 'page' as const };
const textOf = (
  changes: Partial<TabPage>,
  state: Parameters<typeof toBadge>[1] = { paused: false, comments: 0 },
) => toBadge({ ...page, ...changes }, state).text;

describe('the badge', () => {
  it('is empty where no note is in front', () => expect(textOf({})).toBe(''));
  it('shows that a note was found, then how many comments are stored', () => {
    expect(textOf({ note })).toBe('✓');
    expect(
      [7, 999, 1_000, 99_999, 2_500_000].map((comments) => textOf({ note }, { paused: false, comments })),
    ).toEqual(['7', '999', '1k', '99k', '2M']);
  });
  it('shows how far a job of the note is, never a hundred while it runs', () => {
    const at = (rows: number, expectedRows?: number) =>
      textOf(
        { note },
        {
          paused: false,
          comments: 5,
          job: createJob({ progress: { ...NO_PROGRESS, rows, ...(expectedRows ? { expectedRows } : {}) } }),
        },
      );
    expect([at(0, 944), at(310, 944), at(944, 944), at(7)]).toEqual(['0%', '32%', '99%', '…']);
  });
  it('shows the pause', () => expect(textOf({ note }, { paused: true, comments: 5 })).toBe('❚❚'));
  it('shows stop signs before all else, but not the one every guest gets', () => {
    const sign = (stopClass: 'all' | 'login') => ({ stopSign: { sign: 's', class: stopClass, at: 1 } });
    expect(textOf({ note, ...sign('all') }, { paused: true, comments: 5 })).toBe('!');
    expect(textOf({ note, ...sign('login') })).toBe('✓');
  });
});
