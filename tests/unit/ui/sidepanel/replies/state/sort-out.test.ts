import { describe, expect, it } from 'vitest';
import type { UnansweredEntry } from '../../../../../../src/insights/unanswered/find-unanswered';
import type { ReplyAttempt, ReplyState } from '../../../../../../src/model/replies/reply-attempt';
import type { ReplyPlan } from '../../../../../../src/model/replies/reply-plan';
import { sortOut } from '../../../../../../src/ui/sidepanel/replies/state/sort-out';

const entry = (commentId: string, over: Partial<UnansweredEntry> = {}): UnansweredEntry => ({
  ...{ noteId: 'n', commentId, isQuestion: false, mayBeAnswered: false, likes: 0 },
  ...over,
});
const plan = (commentId: string, over: Partial<ReplyPlan>): [string, ReplyPlan] => [
  `n/${commentId}`,
  { noteId: 'n', commentId, updatedAt: 1, ...over },
];
const attempt = (commentId: string, state: ReplyState, orderedAt = 1): [string, ReplyAttempt] => [
  `n/${commentId}`,
  {
    noteId: 'n',
    commentId,
    jobId: `j-${commentId}`,
    itemId: 'i',
    content: 'x',
    mode: 'send',
    orderedAt,
    state,
  },
];
const sort = (
  ids: readonly (string | UnansweredEntry)[],
  plans: readonly [string, ReplyPlan][] = [],
  attempts: readonly [string, ReplyAttempt][] = [],
) =>
  sortOut(
    ids.map((one) => (typeof one === 'string' ? entry(one) : one)),
    { plans: new Map(plans), attempts: new Map(attempts), noteIds: new Set(['n']), now: 100 },
  );
const idsOf = (list: readonly { readonly commentId: string }[]) => list.map(({ commentId }) => commentId);

describe('sortOut', () => {
  it('keeps the order of what waits, and counts what asks and what may be answered', () => {
    const all = [entry('a', { isQuestion: true, mayBeAnswered: true }), entry('b')];
    expect(sort(all)).toMatchObject({ open: all, questions: 1, unsure: 1, aside: [], written: [] });
  });

  it('sets aside what was skipped, done, or put off and not due yet', () => {
    const sorted = sort(
      ['a', 'b', 'c', 'd'],
      [
        plan('a', { aside: { is: 'skipped' } }),
        plan('b', { aside: { is: 'done' } }),
        plan('c', { aside: { is: 'snoozed', until: 101 } }),
        plan('d', { aside: { is: 'snoozed', until: 100 } }),
      ],
    );
    expect(idsOf(sorted.open)).toEqual(['d']);
    expect(idsOf(sorted.aside)).toEqual(['a', 'b', 'c']);
  });

  it('takes out what is ready or ordered, but leaves what came to nothing', () => {
    const states: readonly ReplyState[] = [
      { is: 'queued' },
      { is: 'sending', mode: 'send' },
      { is: 'sent' },
      { is: 'stopped' },
      { is: 'uncertain' },
      { is: 'failed' },
      { is: 'cancelled' },
      { is: 'rehearsed' },
    ];
    const ids = states.map(({ is }) => is);
    const sorted = sort(
      ['ready', 'draft', ...ids],
      [plan('ready', { draft: 'x', isPrepared: true }), plan('draft', { draft: 'x' })],
      states.map((state, index) => attempt(state.is, state, index)),
    );
    expect(idsOf(sorted.open)).toEqual(['draft', 'failed', 'cancelled', 'rehearsed']);
    expect(idsOf(sorted.written)).toEqual(['ready', ...[...ids].reverse()]);
    expect(idsOf(sorted.prepared)).toEqual(['ready']);
    expect(idsOf(sorted.underWay).sort()).toEqual(['queued', 'sending']);
    expect(idsOf(sorted.stopped)).toEqual(['stopped']);
  });

  it('tells nothing of other notes', () => {
    const elsewhere = { noteId: 'm', commentId: 'z', updatedAt: 1, draft: 'x', isPrepared: true };
    expect(sort([], [['m/z', elsewhere]])).toMatchObject({ written: [], prepared: [] });
  });
});
