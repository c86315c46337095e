import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../src/model/providers/provider-error';
import { createHttp, MAX_BODY_BYTES } from '../../../src/providers/http';
import type { HttpPorts } from '../../../src/providers/http';

const URL_WITH_KEY = 'https://api.example.test/path?token=SECRET';
const REQUEST = { url: URL_WITH_KEY, headers: { authorization: 'Bearer SECRET' } };

/** A clock whose sleeps end only when told. */
function createHeldClock() {
  const sleepers: (() => void)[] = [];
  return {
    ring: () => sleepers.splice(0).forEach((wake) => wake()),
    clock: {
      now: () => 1_800_000_000_000,
      sleep: (_ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve) => {
          sleepers.push(resolve);
          signal?.addEventListener('abort', () => resolve());
        }),
      random: () => 0,
    },
  };
}

const httpOf = (fetch: HttpPorts['fetch'], clock = createHeldClock().clock) => createHttp({ fetch, clock });

async function failureOf(task: Promise<unknown>): Promise<ProviderError> {
  const thrown = await task.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ProviderError);
  expect(
    JSON.stringify([thrown, String(thrown), (thrown as Error).stack, (thrown as Error).cause]),
  ).not.toContain('SECRET');
  return thrown as ProviderError;
}

/** Hangs until it is told to stop, as a slow vendor does. */
const hang: HttpPorts['fetch'] = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException(URL_WITH_KEY, 'AbortError')));
  });

describe('a request to a provider', () => {
  it('is a GET without cookies, referrer, cache or redirects', async () => {
    let sent: RequestInit = {};
    const http = httpOf((_url, init) => {
      sent = init;
      return Promise.resolve(new Response('{"a":"小红书"}', { headers: { 'X-Request-Id': 'r1' } }));
    });
    const answer = await http(REQUEST, { timeoutMs: 1 });

    expect(answer).toMatchObject({ status: 200, text: '{"a":"小红书"}', at: 1_800_000_000_000 });
    expect(answer.headers['x-request-id']).toBe('r1');
    expect(sent).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      headers: { authorization: 'Bearer SECRET' },
    });
  });

  it('never goes over a line that others can read', async () => {
    let isSent = false;
    const http = httpOf(() => {
      isSent = true;
      return Promise.resolve(new Response(''));
    });
    const failed = await failureOf(
      http({ url: 'http://api.example.test/?token=SECRET', headers: {} }, { timeoutMs: 1 }),
    );

    expect(failed.kind).toBe('bad-request');
    expect(isSent).toBe(false);
  });

  it('gives any status as an answer', async () => {
    const http = httpOf(() => Promise.resolve(new Response('<html>', { status: 502 })));
    expect(await http(REQUEST, { timeoutMs: 1 })).toMatchObject({ status: 502, text: '<html>' });
  });

  it('that reaches nobody is `network`, and says nothing of the address', async () => {
    const http = httpOf(() => Promise.reject(new TypeError(`cannot fetch ${URL_WITH_KEY}`)));
    expect((await failureOf(http(REQUEST, { timeoutMs: 1 }))).failure).toEqual({
      kind: 'network',
      billed: false,
    });
  });

  it('that breaks off after long waiting may have been charged for, too', async () => {
    let now = 1_800_000_000_000;
    const clock = { ...createHeldClock().clock, now: () => now };
    const cut: HttpPorts['fetch'] = () => {
      now += 40_000;
      return Promise.reject(new TypeError('network changed'));
    };
    const failed = await failureOf(httpOf(cut, clock)(REQUEST, { timeoutMs: 90_000 }));
    expect(failed.failure).toEqual({ kind: 'network', billed: true, reason: 'unanswered' });
  });

  it('that is not answered in time may have been charged for', async () => {
    const { clock, ring } = createHeldClock();
    const asked = httpOf(hang, clock)(REQUEST, { timeoutMs: 90_000 });
    ring();
    expect((await failureOf(asked)).failure).toEqual({ kind: 'timeout', billed: true, reason: 'unanswered' });
  });

  it('that is cancelled is stopped', async () => {
    const stop = new AbortController();
    const asked = httpOf(hang)(REQUEST, { timeoutMs: 90_000, signal: stop.signal });
    stop.abort();
    expect((await failureOf(asked)).failure).toEqual({
      kind: 'cancelled',
      billed: true,
      reason: 'unanswered',
    });
  });

  it('that was cancelled before is not sent', async () => {
    const http = httpOf(() => Promise.reject(new Error('sent')));
    const failed = await failureOf(http(REQUEST, { timeoutMs: 1, signal: AbortSignal.abort() }));
    expect(failed.failure).toEqual({ kind: 'cancelled', billed: false });
  });
});

/** A body that is made as it is read, so that its length costs the test nothing. */
function createLongBody(bytes: number) {
  let given = 0;
  let isCancelled = false;
  const piece = new Uint8Array(1_000_000).fill(32);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (given >= bytes) return controller.close();
        given += piece.byteLength;
        controller.enqueue(piece);
      },
      cancel: () => {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, given: () => given, isCancelled: () => isCancelled };
}

describe('the body of an answer', () => {
  it('is read to its limit and no further', async () => {
    const body = createLongBody(50_000_000);
    const http = httpOf(() => Promise.resolve(new Response(body.stream)));
    const failed = await failureOf(http(REQUEST, { timeoutMs: 1 }));

    expect(failed.failure).toMatchObject({ kind: 'invalid-response', reason: 'too-large', billed: true });
    expect(body.isCancelled()).toBe(true);
    expect(body.given()).toBeLessThanOrEqual(MAX_BODY_BYTES + 1_000_000);
  });

  it('that breaks off was given all the same', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.error(new TypeError(URL_WITH_KEY)),
    });
    const http = httpOf(() => Promise.resolve(new Response(stream)));
    const failed = await failureOf(http(REQUEST, { timeoutMs: 1 }));
    expect(failed.failure).toEqual({ kind: 'network', status: 200, billed: true, reason: 'broken-off' });
  });

  it('is decoded across the pieces in which it comes', async () => {
    const bytes = new TextEncoder().encode('薯');
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const http = httpOf(() => Promise.resolve(new Response(stream)));
    expect((await http(REQUEST, { timeoutMs: 1 })).text).toBe('薯');
  });
});
