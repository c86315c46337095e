import { describe, expect, it } from 'vitest';
import type { ActionEntry } from '../../../../src/model/actions/action-entry';
import { toToolAnswer, toToolResult } from '../../../../src/model/actions/tool-result';

const entry: ActionEntry = {
  actionId: 'a1',
  action: 'like',
  noteId: 'n1',
  viewerId: 'v1',
  at: 1_000,
  endedAt: 3_500,
  mode: 'send',
  jobId: 'j1',
};

describe('an attempt as the answer of a command', () => {
  it.each([
    [
      { is: 'done', proof: 'answer' },
      { success: true, action: 'like', noteId: 'n1' },
    ],
    [
      { is: 'done', proof: 'page', commentId: 'c1' },
      { success: true, action: 'like', noteId: 'n1', commentId: 'c1' },
    ],
    [{ is: 'already' }, { success: true, action: 'like', noteId: 'n1', already: true }],
    [{ is: 'rehearsed' }, { success: true, action: 'like', noteId: 'n1', rehearsed: true }],
  ] as const)('%j is a success', (outcome, result) => {
    expect(toToolResult({ ...entry, outcome })).toEqual({
      account: 'v1',
      success: true,
      result,
      durationMs: 2_500,
    });
  });

  it.each([
    [{ is: 'refused', code: 'rate-limited', sign: 'rate-limited' }, 'rate-limited'],
    [{ is: 'refused', code: 'note-removed' }, 'note-removed'],
    [{ is: 'uncertain' }, 'not-confirmed'],
  ] as const)('%j is none, and says why', (outcome, error) => {
    expect(toToolResult({ ...entry, outcome })).toEqual({
      account: 'v1',
      success: false,
      error,
      durationMs: 2_500,
    });
  });

  it('is none at all while it is under way', () => {
    expect(toToolResult(entry)).toBeUndefined();
  });

  it('is the plain object for one account and an array for several', () => {
    const one = { account: 'v1', success: false, error: 'captcha', durationMs: 0 };
    expect(toToolAnswer([one], true)).toEqual(one);
    expect(toToolAnswer([one], false)).toEqual([one]);
    expect(toToolAnswer([one, one], false)).toHaveLength(2);
  });
});
