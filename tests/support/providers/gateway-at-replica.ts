import { setTimeout as pause } from 'node:timers/promises';
import { createHttp } from '../../../src/providers/http';
import type { Clock } from '../../../src/providers/clock';
import { PROVIDER_SERIES } from '../../../src/providers/registry';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import type { Replica } from '../../replica/types';
import { ask } from '../../unit/replica/ask';
import { createGatewayUnderTest, keyOf } from './gateway-under-test';
import type { GatewayUnderTest } from './gateway-under-test';

/** What is waited for an answer here, however long the vendor's own patience is. */
const PATIENCE_MS = 800;

/** Real time, but that nothing is waited for longer than a test can. */
const impatientClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    // Called off: it is late enough.
    await pause(Math.min(ms, PATIENCE_MS), undefined, { ...(signal ? { signal } : {}), ref: false }).catch(
      () => undefined,
    );
  },
  random: () => 0.5,
};

/**
 * The gateway with every series, whose requests the replica answers over HTTPS; the pace, pauses and rests are on a clock
 * that is turned by hand. Its keys are those of the families named.
 */
export function createGatewayAtReplica(
  replica: Replica,
  families: readonly ProviderFamily[] = ['tikhub'],
): GatewayUnderTest {
  const http = createHttp({
    clock: impatientClock,
    fetch: async (url, { headers, signal }) => {
      const answer = ask(replica, url, { headers: Object.fromEntries(new Headers(headers)) });
      const { status, headers: given, text } = await Promise.race([answer, toAbort(signal)]);
      const pairs = Object.entries(given).map(([name, value]): [string, string] => [name, String(value)]);
      return new Response(text, { status, headers: pairs });
    },
  });
  const nobody = () => Promise.reject(new Error('asked past the replica'));
  const test = createGatewayUnderTest(PROVIDER_SERIES, nobody, {}, http);
  // Answers carry the time of the machine.
  test.clock.set(Date.now());
  test.credentials = Object.fromEntries(
    families.map((family) => [family, keyOf(family, { key: replica.providerKey(family).value })]),
  );
  return test;
}

/** Fails when the signal is aborted, as `fetch` does. */
const toAbort = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    const fail = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal?.aborted) fail();
    else signal?.addEventListener('abort', fail, { once: true });
  });
