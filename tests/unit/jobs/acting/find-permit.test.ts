import { describe, expect, it } from 'vitest';
import { withoutKey } from '../../../../src/lib/without-key';
import { findPermit, toChance } from '../../../../src/jobs/acting/find-permit';
import { DEFAULT_ACTING_SETTINGS } from '../../../../src/model/actions/acting-settings';
import type { ActionEntry } from '../../../../src/model/actions/action-entry';

const at = (hour: number, minute = 0, second = 0) => new Date(2026, 4, 12, hour, minute, second).getTime();
const NOON = at(12);
const SETTINGS = { ...DEFAULT_ACTING_SETTINGS, jitterMs: 0 };

const entryOf = (changes: Partial<ActionEntry> = {}): ActionEntry => ({
  actionId: 'a1',
  action: 'reply',
  noteId: 'n1',
  viewerId: 'v1',
  at: NOON,
  endedAt: NOON,
  mode: 'send',
  jobId: 'j1',
  outcome: { is: 'done', proof: 'answer' },
  ...changes,
});

describe('the pace of an account', () => {
  it('lets the first action of a day begin at once', () => {
    expect(findPermit('reply', [], SETTINGS, NOON)).toEqual({ at: NOON, why: 'now' });
  });

  it('keeps the gap from the end of the last action, of whatever kind', () => {
    const last = entryOf({ action: 'like', at: NOON - 60_000, endedAt: NOON - 10_000 });
    expect(findPermit('reply', [last], SETTINGS, NOON)).toEqual({ at: NOON + 35_000, why: 'gap' });
    expect(findPermit('reply', [last], SETTINGS, NOON + 35_000).why).toBe('now');
  });

  it('counts what is under way, and what nobody knows the end of', () => {
    const open = withoutKey(withoutKey(entryOf({ at: NOON - 1_000 }), 'outcome'), 'endedAt');
    expect(findPermit('reply', [open], SETTINGS, NOON).at).toBe(NOON + 44_000);
    expect(findPermit('reply', [entryOf({ outcome: { is: 'uncertain' } })], SETTINGS, NOON).why).toBe('gap');
  });

  it.each([{ is: 'already' }, { is: 'rehearsed' }, { is: 'refused', code: 'comment-not-found' }] as const)(
    'does not count what the site never heard of: %j',
    (outcome) => {
      expect(findPermit('reply', [entryOf({ outcome })], SETTINGS, NOON).why).toBe('now');
    },
  );

  it('counts what the site has refused', () => {
    const outcome = { is: 'refused', code: 'comments-closed', siteCode: 10001 } as const;
    expect(findPermit('reply', [entryOf({ outcome })], SETTINGS, NOON).why).toBe('gap');
  });

  it('adds a part of the jitter that is the same after a restart, and another for each action', () => {
    const settings = { ...SETTINGS, jitterMs: 30_000 };
    const permits = ['a', 'b', 'c', 'd', 'e'].map(
      (actionId) => findPermit('reply', [entryOf({ actionId })], settings, NOON).at,
    );
    expect(new Set(permits).size).toBe(5);
    for (const permit of permits) {
      expect(permit).toBeGreaterThanOrEqual(NOON + 45_000);
      expect(permit).toBeLessThanOrEqual(NOON + 75_000);
    }
    expect(findPermit('reply', [entryOf({ actionId: 'a' })], settings, NOON).at).toBe(permits[0]);
  });

  it('spreads chance over its whole width', () => {
    const chances = Array.from({ length: 1_000 }, (_, index) => toChance(`action-${index}`));
    expect(Math.min(...chances)).toBeLessThan(0.05);
    expect(Math.max(...chances)).toBeGreaterThan(0.95);
    expect(Math.max(...chances)).toBeLessThan(1);
  });

  it('stops at the cap of the day until the night is over, and the other actions go on', () => {
    const replies = Array.from({ length: 30 }, (_, index) =>
      entryOf({ actionId: `r${index}`, at: at(8, index), endedAt: at(8, index) }),
    );
    expect(findPermit('reply', replies, SETTINGS, NOON)).toEqual({
      at: new Date(2026, 4, 13, 7).getTime(),
      why: 'quiet-hours',
    });
    expect(findPermit('reply', replies, { ...SETTINGS, quietHours: null }, NOON)).toEqual({
      at: new Date(2026, 4, 13).getTime(),
      why: 'daily-cap',
    });
    expect(findPermit('like', replies, SETTINGS, NOON).why).toBe('now');
  });

  it('does not count yesterday against today’s cap', () => {
    const replies = Array.from({ length: 30 }, (_, index) =>
      entryOf({ actionId: `r${index}`, at: NOON - 86_400_000, endedAt: NOON - 86_400_000 }),
    );
    expect(findPermit('reply', replies, SETTINGS, NOON).why).toBe('now');
  });

  it('keeps the gap over midnight when the day’s cap was reached a moment before it', () => {
    const last = at(23, 59, 50);
    const settings = { ...SETTINGS, quietHours: null, dailyCaps: { ...SETTINGS.dailyCaps, reply: 1 } };
    const permit = findPermit('reply', [entryOf({ at: last, endedAt: last })], settings, last + 1_000);
    expect(permit.at).toBe(last + 45_000);
  });

  it('never begins what may be done no times a day', () => {
    const settings = { ...SETTINGS, quietHours: null, dailyCaps: { ...SETTINGS.dailyCaps, like: 0 } };
    expect(findPermit('like', [], settings, NOON)).toEqual({
      at: new Date(2026, 4, 13).getTime(),
      why: 'daily-cap',
    });
  });

  it('counts each account’s own day by the local calendar, from midnight on', () => {
    const one = { ...SETTINGS, quietHours: null, dailyCaps: { ...SETTINGS.dailyCaps, reply: 1 } };
    const late = entryOf({ at: at(0) - 1, endedAt: at(0) - 1 });
    expect(findPermit('reply', [late], one, at(1)).why).toBe('now');
    expect(findPermit('reply', [entryOf({ at: at(0), endedAt: at(0) })], one, at(1)).why).toBe('daily-cap');
  });

  it.each([
    [{ from: 0, to: 7 }, at(3), at(7)],
    [{ from: 22, to: 7 }, at(23), new Date(2026, 4, 13, 7).getTime()],
    [{ from: 22, to: 7 }, at(6, 59), at(7)],
    [{ from: 12, to: 14 }, at(13, 30), at(14)],
  ])('is silent in quiet hours %j', (quietHours, now, until) => {
    expect(findPermit('reply', [], { ...SETTINGS, quietHours }, now)).toEqual({
      at: until,
      why: 'quiet-hours',
    });
    expect(findPermit('reply', [], { ...SETTINGS, quietHours }, until).why).toBe('now');
  });
});
