import type { ProviderOutside } from '../../../src/background/providers/create-provider-services';
import type { Provider } from '../../../src/providers/provider';
import { createTestClock } from '../providers/test-clock';
import type { TestClock } from '../providers/test-clock';
import type { FakeAnswer } from '../providers/fake-series';

/** Invented vendors behind the background's own line. */
export interface FakeProviders {
  readonly series: readonly Provider[];
  readonly answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer>;
  readonly hasAccess?: boolean;
}

export interface FakeOutside extends ProviderOutside {
  readonly clock: TestClock;
  /** Addresses that were fetched, in order, with their headers. */
  readonly sent: { readonly url: string; readonly headers: unknown }[];
}

export function createFakeOutside(providers: FakeProviders | undefined, start: number): FakeOutside {
  const sent: FakeOutside['sent'] = [];
  const clock = createTestClock(start);
  return {
    series: providers?.series ?? [],
    clock: {
      ...clock,
      // The line's own patience never ends by itself here; pauses between attempts do at once.
      sleep: (ms, signal) => (ms >= 90_000 ? waitFor(signal) : clock.sleep(ms, signal)),
    },
    sent,
    fetch: async (url, { headers, signal }) => {
      sent.push({ url, headers });
      const { pathname } = new URL(url);
      const times = sent.filter((one) => new URL(one.url).pathname === pathname).length;
      if (!providers) throw new TypeError('no provider');
      const answered = Promise.resolve(providers.answer(new URL(url), times));
      const body = await Promise.race([answered, waitFor(signal ?? undefined).then(() => undefined)]);
      if (body === undefined) throw new DOMException(url, 'AbortError');
      return new Response(JSON.stringify(body));
    },
    hasAccess: () => Promise.resolve(providers?.hasAccess ?? true),
    keepAwake: (task) => task(),
  };
}

const waitFor = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
