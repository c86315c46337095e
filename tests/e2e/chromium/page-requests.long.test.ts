/**
 * What the page sees of its own requests of known addresses, which the extension copies. A frame without an address has
 * the origin of the page and gets no content script, so its functions are the browser's, in the same page at the same time.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SIGNATURE } from '../../replica/page-contract';
import { agreeToAll } from '../steps/agree-to-all';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { timeRequests } from '../steps/time-requests';

type Realm = 'page' | 'frame';
type Asked = { readonly realm: Realm; readonly url: string; readonly headers: Record<string, string> };

const PATH = '/api/sns/web/v2/comment/page';
const ROUNDS = 40;

let stage: Stage;
let page: Page;
let url: string;
const headers = { [SIGNATURE.header]: `${SIGNATURE.prefix}x`, [SIGNATURE.timeHeader]: '1700000000000' };

beforeAll(async () => {
  stage = await launchWithReplica();
  const { replica, chromium } = stage;
  await agreeToAll(chromium.extension);
  page = await chromium.newPage();
  await page.goto(replica.noteUrl('tea'));
  await page.locator('.comment-item').first().waitFor();
  const { noteId } = findNote(replica, 'tea');
  const query = new URLSearchParams({ note_id: noteId, cursor: '', xsec_token: replica.issueToken(noteId) });
  url = `https://edith.xiaohongshu.com${PATH}?${query.toString()}`;
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
  });
});

afterEach(() => {
  stage.replica.faults.latencyMs = 0;
});

afterAll(() => stage?.close());

/** How requests of `fetch` end; texts that differ from answer to answer (a token, the time) are left out. */
async function probeFetch({ realm, url, headers }: Asked) {
  const { fetch, AbortController, AbortSignal, Promise, TextDecoder } = (
    realm === 'page'
      ? window
      : (document.querySelector<HTMLIFrameElement>('iframe[hidden]')?.contentWindow as unknown)
  ) as typeof globalThis;
  const init: RequestInit = { headers, credentials: 'include' };
  const errorOf = async (answer: Promise<unknown>) => {
    try {
      await answer;
      return 'no error';
    } catch (error) {
      // Errors of the frame are none of this window's classes.
      return typeof error === 'object'
        ? `${(error as Error).name}: ${(error as Error).message}`
        : String(error);
    }
  };
  const idsOf = (text: string) =>
    (JSON.parse(text) as { data: { comments: { id: string }[] } }).data.comments.map(({ id }) => id);

  const answer = fetch(url, init);
  const isPromise =
    Object.getPrototypeOf(answer) === Promise.prototype && Reflect.ownKeys(answer).length === 0;
  const response = await answer;
  const { status, ok, type, redirected, bodyUsed } = response;
  const first = {
    status,
    ok,
    type,
    redirected,
    bodyUsed,
    locked: response.body?.locked,
    url: response.url === url,
  };
  const names = [...response.headers.keys()];
  const copy = response.clone();
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let streamed = '';
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    streamed += decoder.decode(part.value, { stream: true });
  }
  const pending = new AbortController();
  const abandoned = fetch(url, { ...init, signal: pending.signal });
  pending.abort();
  const unread = await fetch(url, init);
  return {
    isPromise,
    ...first,
    names,
    ids: idsOf(streamed),
    copied: (await copy.text()) === streamed,
    usedAfterwards: [response.bodyUsed, await errorOf(response.text())],
    json: typeof (await (await fetch(new Request(url, init))).json()),
    cancelled: await errorOf(unread.body?.cancel() ?? Promise.reject(new Error('no body'))),
    aborted: await errorOf(fetch(url, { ...init, signal: AbortSignal.abort() })),
    abortedForAReason: await errorOf(fetch(url, { ...init, signal: AbortSignal.abort('enough') })),
    abandoned: await errorOf(abandoned),
    // Browsers refuse this port before they connect.
    unreachable: await errorOf(fetch(url.replace('.com/', '.com:1/'), init)),
  };
}

/** Every event of requests of XMLHttpRequest, in order, and what they end with. */
async function probeXhr({ realm, url, headers }: Asked) {
  const { XMLHttpRequest } = (
    realm === 'page'
      ? window
      : (document.querySelector<HTMLIFrameElement>('iframe[hidden]')?.contentWindow as unknown)
  ) as typeof globalThis;
  const ask = (
    address: string,
    set: (request: XMLHttpRequest) => void,
    sent = undefined as ((request: XMLHttpRequest) => void) | undefined,
  ) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const seen: string[] = [];
      for (const type of ['readystatechange', 'loadstart', 'load', 'error', 'abort', 'timeout'])
        request.addEventListener(type, () => seen.push(`${type} ${request.readyState} ${request.status}`));
      request.addEventListener('loadend', () => {
        const { responseType, response } = request;
        const text = responseType === 'json' ? JSON.stringify(response) : String(response);
        const ids = [...text.matchAll(/"id":"(\w+)"/g)].map((match) => match[1]);
        const names = request.getAllResponseHeaders().replace(/:.*/g, '');
        resolve({ seen, type: typeof response, ids, names, url: request.responseURL === address });
      });
      request.open('GET', address);
      request.withCredentials = true;
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      set(request);
      request.send();
      sent?.(request);
    });
  return {
    text: await ask(url, () => {}),
    json: await ask(url, (request) => (request.responseType = 'json')),
    bytes: await ask(url, (request) => (request.responseType = 'arraybuffer')),
    aborted: await ask(
      url,
      () => {},
      (request) => request.abort(),
    ),
    late: await ask(url, (request) => (request.timeout = 20)),
    unreachable: await ask(url.replace('.com/', '.com:1/'), () => {}),
  };
}

/** Which rejected requests the page hears of as unhandled, up to one that nothing copies. */
async function probeUnhandled({ realm, url }: Asked) {
  const realmWindow = (
    realm === 'page'
      ? window
      : (document.querySelector<HTMLIFrameElement>('iframe[hidden]')?.contentWindow as unknown)
  ) as Window & typeof globalThis;
  const { fetch, AbortSignal } = realmWindow;
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    realmWindow.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      heard.push(String(event.reason));
      if (event.reason === 'unknown') resolve();
    });
    void fetch(url, { signal: AbortSignal.abort('known') });
    void fetch('/explore', { signal: AbortSignal.abort('unknown') });
  });
  return heard;
}

const probe = async <Result>(probeOne: (asked: Asked) => Promise<Result>) => ({
  native: await page.evaluate(probeOne, { realm: 'frame' as const, url, headers }),
  copied: await page.evaluate(probeOne, { realm: 'page' as const, url, headers }),
});

it('gives requests of known addresses the same answers, bodies and errors', async () => {
  stage.replica.faults.latencyMs = 100;
  const fetched = await probe(probeFetch);
  expect(fetched.native).toMatchObject({
    isPromise: true,
    status: 200,
    bodyUsed: false,
    locked: false,
    copied: true,
    cancelled: 'no error',
    abortedForAReason: 'enough',
    unreachable: 'TypeError: Failed to fetch',
  });
  expect(fetched.native.ids).toHaveLength(10);
  expect(fetched.native.abandoned).toMatch(/^AbortError/);
  expect(fetched.copied).toEqual(fetched.native);

  const asked = await probe(probeXhr);
  expect(asked.native.text).toMatchObject({ type: 'string', url: true });
  expect(JSON.stringify(asked.native.late)).toContain('timeout 4 0');
  expect(JSON.stringify(asked.native.unreachable)).toContain('error 4 0');
  expect(asked.copied).toEqual(asked.native);
});

it('keeps one rejection in silence, that of a known address which the page does not handle, and no other', async () => {
  const { native, copied } = await probe(probeUnhandled);
  expect(native).toEqual(['known', 'unknown']);
  expect(copied).toEqual(['unknown']);
});

it('lets a request of a known address take as long as it does without a copy', async () => {
  const medians = new Map(
    (await page.evaluate(timeRequests, { url, headers, rounds: ROUNDS })).map(({ name, ms }) => [name, ms]),
  );
  // Printed, not held to a bound: the request right after a copied one, copied itself or not, took 1.3 to 2.8 times as
  // long, in three runs on two busy cores (measured, Chromium 156). Why has not been measured.
  console.info([...medians].map(([name, ms]) => `${name}: ${ms.toFixed(1)} ms`).join('\n'));
  for (const way of ['fetch', 'xhr']) {
    const native = medians.get(`${way}, native after native`) ?? NaN;
    expect(medians.get(`${way}, copied after native`), way).toBeLessThan(native * 1.5 + 3);
  }
});

it('leaves a refusal as it is', async () => {
  const ask = async ({ realm, url, headers }: Asked) => {
    const { fetch, XMLHttpRequest } = (
      realm === 'page'
        ? window
        : (document.querySelector<HTMLIFrameElement>('iframe[hidden]')?.contentWindow as unknown)
    ) as typeof globalThis;
    const response = await fetch(url, { headers, credentials: 'include' });
    const request = new XMLHttpRequest();
    await new Promise((resolve) => {
      request.onloadend = resolve;
      request.open('GET', url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.send();
    });
    const text = await response.text();
    return [
      response.status,
      response.ok,
      response.headers.get('verifytype'),
      text,
      request.status,
      request.responseText,
    ];
  };
  stage.replica.faults.captchaOnComments = 4;
  const { native, copied } = await probe(ask);
  expect(native).toEqual([461, false, '102', '{}', 461, '{}']);
  expect(copied).toEqual(native);
});
