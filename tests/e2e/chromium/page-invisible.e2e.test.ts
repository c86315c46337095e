import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { watchConsole } from '../../support/browsers/page-console';
import { buildExtension } from '../../support/built-extension';
import { launchChromium } from '../../support/chromium';
import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';

/** A host of the site's world into which no content script goes: what a page looks like without the extension. */
const UNTOUCHED = 'https://so.xiaohongshu.com/';
const FORGED_ID = 'f0f0f0f0f0f0f0f0f0f0f0f0';

let replica: Replica;
let chromium: RunningChromium;

beforeAll(async () => {
  replica = await startReplica({});
  chromium = await launchChromium({
    replica,
    extensionDir: await buildExtension('chrome'),
    session: 'member',
  });
  const capture = { notes: true, authors: true, feeds: true, searches: true, notifications: true };
  const call = { to: 'background', name: 'consent.answer', input: { agreed: true, capture } };
  await chromium.extension.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(call)})`);
});

afterAll(async () => {
  await chromium?.close();
  await replica?.close();
});

/** Everything about the request functions that a page can ask without calling them. */
function probeRequestFunctions() {
  const describeProperty = (owner: object, name: string) => {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    const value: unknown = property?.value;
    return {
      flags: property && [property.writable, property.enumerable, property.configurable],
      type: typeof value,
      own: value instanceof Function ? Reflect.ownKeys(value).map(String) : [],
      name: value instanceof Function ? [value.name, value.length] : [],
      prototype: value instanceof Function ? Object.getPrototypeOf(value) === Function.prototype : false,
      isNative:
        value instanceof Function &&
        /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value)),
    };
  };
  const request = XMLHttpRequest.prototype;
  return {
    fetch: describeProperty(window, 'fetch'),
    request: describeProperty(window, 'XMLHttpRequest'),
    methods: Reflect.ownKeys(request)
      .filter((key) => typeof Object.getOwnPropertyDescriptor(request, key)?.value === 'function')
      .map((key) => [String(key), describeProperty(request, String(key))]),
    requestKeys: Reflect.ownKeys(request).map(String),
    responseKeys: Reflect.ownKeys(Response.prototype).map(String),
    toText: Function.prototype.toString.toString(),
  };
}

/** What a page that distrusts everything would have as its first script: it runs when the head is there, before all others. */
function spyFromTheFirstScript() {
  const seen: string[] = [];
  Object.defineProperty(window, 'spied', { value: seen, enumerable: false });
  // Native functions, as `spy` wraps those that a pattern would call.
  const { apply } = Reflect;
  const { indexOf } = String.prototype;
  const isOurs = (stack: string) => (apply(indexOf, stack, ['-extension:']) as number) !== -1;
  const spy = (owner: object, name: string) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const native = methods[name];
    if (!native) return;
    methods[name] = function (this: unknown, ...args: unknown[]) {
      if (isOurs(new Error().stack ?? '')) seen.push(`${name}(${String(args[0])})`);
      return native.apply(this, args);
    };
  };
  const spyGetter = (owner: object, name: string) => {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    const native = property?.get;
    if (!native) return;
    const get = function (this: unknown): unknown {
      if (isOurs(new Error().stack ?? '')) seen.push(name);
      return native.call(this);
    };
    Object.defineProperty(owner, name, { ...property, get });
  };
  const install = () => {
    spy(EventTarget.prototype, 'addEventListener');
    spy(EventTarget.prototype, 'dispatchEvent');
    spy(MessagePort.prototype, 'postMessage');
    spy(window, 'postMessage');
    spy(Response.prototype, 'clone');
    spy(Response.prototype, 'text');
    spy(Promise.prototype, 'then');
    spy(JSON, 'stringify');
    for (const name of ['endsWith', 'includes', 'indexOf', 'replace', 'slice', 'startsWith', 'toLowerCase'])
      spy(String.prototype, name);
    for (const name of ['exec', 'test']) spy(RegExp.prototype, name);
    spyGetter(Node.prototype, 'baseURI');
    spyGetter(URL.prototype, 'href');
    spyGetter(Request.prototype, 'url');
    // Members that the browser looks for in what it is handed, and finds here where they are left out.
    for (const name of ['passive', 'ports', 'lastEventId', 'userActivation']) {
      const get = () => void (isOurs(new Error().stack ?? '') && seen.push(`Object.prototype.${name}`));
      const set = function (this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      };
      Object.defineProperty(Object.prototype, name, { get, set, configurable: true });
    }
    for (const type of ['hongshu-companion:line-offered', 'copy', 'message', 'hongshu-companion']) {
      for (const target of [window, document, document.documentElement]) {
        EventTarget.prototype.addEventListener.call(target, type, () => seen.push(`event ${type}`), true);
      }
    }
  };
  new MutationObserver((_records, observer) => {
    if (!document.head) return;
    observer.disconnect();
    install();
  }).observe(document, { childList: true, subtree: true });
}

async function openNote(page: Page): Promise<void> {
  await page.goto(replica.noteUrl('tea'));
  await page.locator('.comment-item').first().waitFor();
}

describe('to the page, the extension is not there', () => {
  it('leaves names, lengths, descriptors, property lists and the words of the request functions as they were', async () => {
    const untouched = await chromium.context.newPage();
    await untouched.goto(UNTOUCHED);
    const note = await chromium.context.newPage();
    await openNote(note);
    const native = await untouched.evaluate(probeRequestFunctions);
    expect(native.fetch.isNative).toBe(true);
    expect(native.methods.length).toBeGreaterThan(5);
    expect(await note.evaluate(probeRequestFunctions)).toEqual(native);
    await note.close();
    await untouched.close();
  });

  it('adds no global', async () => {
    const page = await chromium.context.newPage();
    await page.addInitScript(() => {
      const before = Reflect.ownKeys(window).map(String);
      new MutationObserver((_records, observer) => {
        if (!document.head) return;
        observer.disconnect();
        const added = Reflect.ownKeys(window).filter((key) => !before.includes(String(key)));
        document.documentElement.setAttribute('data-added', added.map(String).join(' '));
      }).observe(document, { childList: true, subtree: true });
    });
    await openNote(page);
    expect(await page.locator('html').getAttribute('data-added')).toBe('');
    await page.close();
  });

  it('calls nothing that the page has wrapped, and sends it no event, while responses are copied', async () => {
    const page = await chromium.context.newPage();
    const shown = watchConsole(page);
    await page.addInitScript(spyFromTheFirstScript);
    await openNote(page);
    const noteId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await waitFor(async () => JSON.stringify(await storedOf(chromium)).includes(noteId), {
      what: 'the copied comments to be stored',
    });
    const isSpying = await page.evaluate(
      () => !/native code/.test(String(EventTarget.prototype.addEventListener)),
    );
    expect(isSpying).toBe(true);
    expect(await page.evaluate(() => (window as unknown as { spied: string[] }).spied)).toEqual([]);
    expect(shown.errors).toEqual([]);
    await page.close();
  });

  it('believes no forged handshake and no message of the page', async () => {
    const page = await chromium.context.newPage();
    await openNote(page);
    const outcome = await page.evaluate(async (noteId) => {
      const url = `https://edith.xiaohongshu.com/api/sns/web/v2/comment/page?note_id=${noteId}&cursor=`;
      const comment = {
        id: noteId,
        note_id: noteId,
        content: 'forged',
        create_time: 1,
        user_info: { user_id: noteId },
      };
      const body = JSON.stringify({
        code: 0,
        success: true,
        data: { comments: [comment], cursor: '', has_more: false },
      });
      const copy = { url, status: 200, body, requestBody: undefined, pageUrl: location.href };
      const line = new EventTarget();
      let answers = 0;
      for (const type of ['wanted', 'unwanted']) line.addEventListener(type, () => (answers += 1));
      document.head.remove();
      const offer = { relatedTarget: line, cancelable: true };
      const taken = [document, document.documentElement, window].map(
        (target) => !target.dispatchEvent(new FocusEvent('hongshu-companion:line-offered', offer)),
      );
      for (const target of [line, document, window])
        target.dispatchEvent(new MessageEvent('copy', { data: copy }));
      for (const to of ['background', 'background-from-content', 'content']) {
        window.postMessage({ to, name: 'capture.report', input: { ...copy, at: Date.now() } }, '*');
      }
      await fetch('/explore');
      return { taken, answers };
    }, FORGED_ID);
    expect(outcome).toEqual({ taken: [false, false, false], answers: 0 });
    // Something true that comes later is stored, so what came before has been through.
    await page.goto(replica.noteUrl('video'));
    const noteId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await waitFor(async () => JSON.stringify(await storedOf(chromium)).includes(noteId), {
      what: 'the next note to be stored',
    });
    expect(JSON.stringify(await storedOf(chromium))).not.toContain(FORGED_ID);
    await page.close();
  });

  it('lets requests succeed, fail and be told apart as they are without it', async () => {
    const probe = async () => {
      const errorOf = async (act: () => unknown) => {
        try {
          await act();
          return 'no error';
        } catch (error) {
          return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        }
      };
      const answer = fetch('data:text/plain,hello');
      const request = new XMLHttpRequest();
      const order: string[] = [];
      for (const type of ['loadstart', 'progress', 'load', 'loadend'])
        request.addEventListener(type, () => order.push(type));
      request.open('GET', 'data:application/json,[1]');
      request.responseType = 'json';
      const ended = new Promise((resolve) => request.addEventListener('loadend', resolve));
      request.send();
      await ended;
      return {
        isPromise: answer instanceof Promise && Object.getPrototypeOf(answer) === Promise.prototype,
        text: await (await answer).text(),
        json: request.response as unknown,
        order,
        unsent: await errorOf(() => new XMLHttpRequest().send()),
        foreign: await errorOf(() => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest)),
        noUrl: await errorOf(() => (fetch as () => Promise<Response>)()),
        badUrl: await errorOf(() => fetch('http://[')),
        aborted: await errorOf(() => fetch('data:,x', { signal: AbortSignal.abort() })),
        asConstructor: await errorOf(() => new (fetch as unknown as new () => unknown)()),
      };
    };
    const untouched = await chromium.context.newPage();
    await untouched.goto(UNTOUCHED);
    const note = await chromium.context.newPage();
    await openNote(note);
    const native = await untouched.evaluate(probe);
    expect(native.text).toBe('hello');
    expect(await note.evaluate(probe)).toEqual(native);
    await note.close();
    await untouched.close();
  });
});

/** All that the extension has in its databases. */
async function storedOf({ extension }: RunningChromium): Promise<unknown> {
  return Promise.all((await extension.listDatabases()).map((name) => extension.readDatabase(name)));
}
