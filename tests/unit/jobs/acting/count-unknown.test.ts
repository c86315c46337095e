import { describe, expect, it } from 'vitest';
import { countUnknown, isUnknownFailure } from '../../../../src/jobs/acting/count-unknown';
import type { ActionOutcome } from '../../../../src/model/actions/page-action';

const DONE: ActionOutcome = { is: 'done', proof: 'answer' };
const UNCERTAIN: ActionOutcome = { is: 'uncertain' };
const REFUSED: ActionOutcome = { is: 'refused', code: 'action-refused', siteCode: 400 };
const CLOSED: ActionOutcome = { is: 'refused', code: 'comments-closed', siteCode: 10001 };

describe('failures of which nobody knows why', () => {
  it.each([
    [[], 0],
    [[DONE], 0],
    [[REFUSED], 1],
    [[DONE, REFUSED, UNCERTAIN], 2],
    [[REFUSED, REFUSED, DONE], 0],
    [[REFUSED, CLOSED, UNCERTAIN], 1],
    [[UNCERTAIN, REFUSED, UNCERTAIN], 3],
  ])('are counted from the last one back: %j', (outcomes, count) => {
    expect(countUnknown(outcomes.map((outcome) => ({ outcome })))).toBe(count);
  });

  it('leaves out what is under way', () => {
    expect(countUnknown([{ outcome: REFUSED }, {}])).toBe(1);
  });

  it('are none that a known reason explains', () => {
    const known = ['comment-not-found', 'comments-closed', 'action-forbidden', 'captcha', 'paused'] as const;
    expect(known.filter((code) => isUnknownFailure({ is: 'refused', code }))).toEqual([]);
    expect([{ is: 'already' } as const, DONE].filter(isUnknownFailure)).toEqual([]);
  });
});
