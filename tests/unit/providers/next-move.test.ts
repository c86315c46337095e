import { describe, expect, it } from 'vitest';
import { PROVIDER_ERROR_KINDS } from '../../../src/model/providers/provider-error';
import type { ProviderErrorKind } from '../../../src/model/providers/provider-error';
import { findNextMove } from '../../../src/providers/next-move';

const first = { tries: 1, chance: 0.5 };
const move = (kind: ProviderErrorKind, more: object = {}, attempt = first) =>
  findNextMove({ kind, billed: false, ...more }, 'tikhub', attempt);

describe('what follows from a failure', () => {
  it.each([
    ['auth', { then: 'family', takesOut: 'credential' }],
    ['balance', { then: 'family', takesOut: 'credential' }],
    ['forbidden', { then: 'provider' }],
    ['not-found', { then: 'family' }],
    ['bad-request', { then: 'provider' }],
    ['deprecated', { then: 'endpoint', takesOut: 'operation' }],
    ['unsupported', { then: 'endpoint' }],
    ['cancelled', { then: 'stop' }],
    ['quota', { then: 'family', rests: { who: 'family', ms: 3_600_000 } }],
    ['invalid-response', { then: 'endpoint', rests: { who: 'series' } }],
    ['timeout', { then: 'family', rests: { who: 'series' } }],
  ] as const)('%s is not asked again', (kind, expected) => {
    expect(move(kind)).toEqual(expected);
  });

  it('takes a series out that is for enterprises', () => {
    expect(move('forbidden', { reason: 'enterprise' })).toEqual({ then: 'provider', takesOut: 'series' });
  });

  it.each(['server', 'network', 'upstream-failed', 'rate-limited'] as const)(
    '%s is tried three times with growing pauses',
    (kind) => {
      const pauses = [1, 2, 3].map((tries) => move(kind, {}, { tries, chance: 0.5 }).retryAfterMs);
      expect(pauses[0]).toBeGreaterThanOrEqual(500);
      expect(pauses[1]).toBe((pauses[0] ?? 0) * 2);
      expect(pauses[2]).toBeUndefined();
    },
  );

  it('does not send again what the vendor wants sent once, whatever the kind', () => {
    for (const kind of ['server', 'upstream-failed', 'rate-limited'] as const) {
      expect(move(kind, { noRetry: true }).retryAfterMs).toBeUndefined();
      expect(move(kind, { noRetry: true }).then).toBe(move(kind).then);
    }
  });

  it('waits as long as it is told, unless that is too long', () => {
    const waited = move('rate-limited', { retryAfterMs: 30_000 });
    expect(waited.retryAfterMs).toBeGreaterThanOrEqual(30_000);
    expect(waited.retryAfterMs).toBeLessThan(31_000);
    expect(move('rate-limited', { retryAfterMs: 600_000 })).toEqual({
      then: 'family',
      rests: { who: 'family', ms: 600_000 },
    });
  });

  it('asks Parse.bot again only when it says after how long', () => {
    const failure = { kind: 'server', billed: false } as const;
    expect(findNextMove(failure, 'parsebot', first).retryAfterMs).toBeUndefined();
    expect(findNextMove({ ...failure, retryAfterMs: 5_000 }, 'parsebot', first).retryAfterMs).toBeGreaterThan(
      4_999,
    );
  });

  it.each(PROVIDER_ERROR_KINDS)('what was paid for is never asked again of the same family: %s', (kind) => {
    const { retryAfterMs, then } = move(kind, { billed: true });
    expect(retryAfterMs).toBeUndefined();
    expect(then).toBe(kind === 'cancelled' ? 'stop' : 'family');
  });

  it('what another endpoint reads another way is asked of that one, though this was paid for', () => {
    const moved = move('invalid-response', { billed: true, asksOtherDoor: true });
    expect([moved.then, moved.retryAfterMs]).toEqual(['endpoint', undefined]);
  });

  it('spreads the pauses, never below half', () => {
    const at = (chance: number) => move('server', {}, { tries: 1, chance }).retryAfterMs ?? 0;
    expect(at(0.99)).toBeGreaterThan(at(0) * 2);
    expect(at(0)).toBeGreaterThan(0);
  });
});
