import { describe, expect, it } from 'vitest';
import type { UnansweredEntry } from '../../../../src/insights/unanswered/find-unanswered';
import { rankUnanswered } from '../../../../src/insights/unanswered/rank-unanswered';

const entry = (commentId: string, over: Partial<UnansweredEntry> = {}): UnansweredEntry => ({
  ...{ noteId: 'n', commentId, isQuestion: false, mayBeAnswered: false, likes: 0, createdAt: 0 },
  ...over,
});

const ENTRIES = [
  entry('loved', { likes: 90, createdAt: 1 }),
  entry('asked-old', { isQuestion: true, likes: 1, createdAt: 2 }),
  entry('asked-loved', { isQuestion: true, likes: 5, createdAt: 3 }),
  entry('asked-new', { isQuestion: true, likes: 1, createdAt: 4 }),
  entry('new', { likes: 2, createdAt: 5 }),
  entry('undated', { likes: 2, createdAt: undefined }),
];

describe('rankUnanswered', () => {
  it.each([
    ['likes', ['asked-loved', 'asked-new', 'asked-old', 'loved', 'new', 'undated']],
    ['newest', ['asked-new', 'asked-loved', 'asked-old', 'new', 'loved', 'undated']],
    ['oldest', ['asked-old', 'asked-loved', 'asked-new', 'loved', 'new', 'undated']],
  ] as const)('puts questions first, then goes by %s', (sort, ids) => {
    expect(rankUnanswered(ENTRIES, sort).map(({ commentId }) => commentId)).toEqual(ids);
  });

  it('gives the same order whatever came first', () => {
    const twins = [entry('b'), entry('a'), entry('c')];
    expect(rankUnanswered(twins, 'likes').map(({ commentId }) => commentId)).toEqual(['a', 'b', 'c']);
    expect(rankUnanswered(twins.reverse(), 'likes').map(({ commentId }) => commentId)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
