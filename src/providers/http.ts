import { ProviderError } from '../model/providers/provider-error';
import type { Clock } from './clock';
import type { HttpRequest, HttpResponse } from './provider';

/** The largest answer seen is under 1 MB; what is longer than this is no answer. */
export const MAX_BODY_BYTES = 20_000_000;

export interface HttpTerms {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request and answers what came, whatever its status. Fails with a `ProviderError`. */
export type Http = (request: HttpRequest, terms: HttpTerms) => Promise<HttpResponse>;

export interface HttpPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
}

/** What was sent and not answered may have been charged for all the same: it counts as paid, so that no budget is overrun. */
const UNANSWERED = { billed: true, reason: 'unanswered' } as const;

/** A line that breaks sooner has carried no question to a vendor that would have worked on it. */
const SURELY_UNHEARD_MS = 5_000;

/**
 * The only place that fetches from providers: GET over https, no cookies, no referrer, no cache, no redirects. The
 * address may hold a key, so no error made here knows it, nor what `fetch` itself said. `network`: nothing came;
 * `timeout` and `cancelled`: it was not waited for any longer; `invalid-response`: longer than 20 MB.
 */
export function createHttp({ fetch, clock }: HttpPorts): Http {
  return async (request, { timeoutMs, signal }) => {
    if (!request.url.startsWith('https://')) throw new ProviderError('bad-request', { reason: 'not-https' });
    if (signal?.aborted) throw new ProviderError('cancelled');
    const stop = new AbortController();
    const cancel = () => stop.abort();
    signal?.addEventListener('abort', cancel, { once: true });
    const timer = new AbortController();
    let isLate = false;
    void clock.sleep(timeoutMs, timer.signal).then(() => {
      if (timer.signal.aborted) return;
      isLate = true;
      stop.abort();
    });
    let status: number | undefined;
    const sentAt = clock.now();
    try {
      const response = await fetch(request.url, toInit(request, stop.signal));
      status = response.status;
      const text = await readText(response);
      return { status, at: clock.now(), headers: toHeaders(response.headers), text };
    } catch (thrown) {
      if (thrown instanceof ProviderError) throw thrown;
      if (signal?.aborted) throw new ProviderError('cancelled', UNANSWERED);
      if (isLate) throw new ProviderError('timeout', UNANSWERED);
      // An answer that broke off was given, and may be charged for.
      // So may one that was waited for, when the line is cut: the vendor may have done its work.
      if (status === undefined) {
        throw new ProviderError('network', clock.now() - sentAt > SURELY_UNHEARD_MS ? UNANSWERED : {});
      }
      throw new ProviderError('network', { status, billed: status === 200, reason: 'broken-off' });
    } finally {
      timer.abort();
      signal?.removeEventListener('abort', cancel);
    }
  };
}

function toInit({ headers }: HttpRequest, signal: AbortSignal): RequestInit {
  return {
    method: 'GET',
    headers: { ...headers },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
    signal,
  };
}

function toHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}

async function readText(response: Response): Promise<string> {
  const tooLarge = () =>
    new ProviderError('invalid-response', {
      status: response.status,
      billed: response.status === 200,
      reason: 'too-large',
    });
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      // Whether the rest is still on its way does not matter any more.
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}
