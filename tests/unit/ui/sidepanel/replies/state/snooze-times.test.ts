import { describe, expect, it } from 'vitest';
import { toSnooze } from '../../../../../../src/ui/sidepanel/replies/state/snooze-times';

describe('toSnooze', () => {
  it.each([
    ['hour', new Date(2026, 0, 31, 23, 30)],
    ['tomorrow', new Date(2026, 1, 1, 9)],
    ['week', new Date(2026, 1, 7, 9)],
  ] as const)('comes back in time: %s', (snooze, at) => {
    const now = new Date(2026, 0, 31, 22, 30).getTime();
    expect(toSnooze(snooze, now)).toBe(at.getTime());
  });
});
