/** Pages that forge, mangle and flood: nothing runs, nothing foreign is stored, and the next good note is read. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StateValue } from '../../replica/site/state/serialize-state';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { findNote } from '../steps/find-note';
import { FLOOD, floodState, toFloodedComment } from '../steps/flood-page';
import { HOSTILE_BODIES, READ_PATHS } from '../steps/hostile-bodies';
import { openHostileStage } from '../steps/open-hostile-stage';
import type { HostileStage } from '../steps/open-hostile-stage';
import { changeAll, rewriteState } from '../steps/rewrite-state';

const MARKUP = '"><img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>';
const SCRIPT_URL = 'javascript:globalThis.pwned=1//';
const COMMENTS = '*/api/sns/web/v2/comment/*';
const API = 'https://edith.xiaohongshu.com/api/sns/web';

let stage: HostileStage;

beforeAll(async () => {
  stage = await openHostileStage();
});

afterEach(() => stage.turnGood());
afterAll(() => stage.close());

const heading = (title: string) => stage.panel.getByRole('heading', { level: 1, name: title });

describe('a page with markup in every field', () => {
  test('shows as text and runs nowhere', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    const spoil = (value: StateValue, path: readonly string[]): StateValue => {
      const key = path.at(-1) ?? '';
      // The rest of the state is what the page's own script runs on; it has to come to the comments.
      const isOfNote = path.includes('noteDetailMap') && !/^(type|xsecToken|cursor)$/.test(key);
      if (typeof value !== 'string' || value === tea.noteId || !isOfNote) return value;
      return /^https?:/.test(value) ? SCRIPT_URL + value : value + MARKUP;
    };
    const inState = rewriteState(spoil);
    await stage.turnHostile([`*/explore/${tea.noteId}*`, COMMENTS], (body, url) => {
      if (!url.includes('/api/')) return inState(body, url);
      return JSON.stringify(changeAll(JSON.parse(body) as StateValue, spoilComment, []));
    });
    await stage.site.goto(replica.noteUrl('tea'));
    await heading(tea.title + MARKUP).waitFor();
    await stage.panel.getByRole('article').filter({ hasText: MARKUP }).first().waitFor();
    await takeScreenshot(stage.panel, 'chromium/hostile-page/markup-comments');
    await stage.panel.getByRole('radio', { name: 'Details' }).check();
    await takeScreenshot(stage.panel, 'chromium/hostile-page/markup-details');
    await stage.expectNothingRan();
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('heading', { name: MARKUP }).waitFor();
    expect(await popup.evaluate('String(globalThis.pwned)')).toBe('undefined');
    await takeScreenshot(popup, 'chromium/hostile-page/markup-popup');
    await popup.close();
    await stage.panel.getByRole('radio', { name: 'Comments' }).check();
    await stage.expectGoodNote('video');
  });
});

/** Ids stay, so that the rows are taken for comments of this note. */
function spoilComment(value: StateValue, path: readonly string[]): StateValue {
  if (typeof value !== 'string' || /^(id|note_id|cursor|user_id)$/.test(path.at(-1) ?? '')) return value;
  return /^https?:/.test(value) ? SCRIPT_URL + value : value + MARKUP;
}

describe('a page with wrong types in every field', () => {
  const junk: readonly StateValue[] = [null, -7, {}, [], true, 1e308, 'NaN', [[]], { length: -1 }];

  test.for([0, 1, 2])('is survived, and invents nothing (turn %i)', async (turn) => {
    const { replica } = stage;
    const { noteId } = findNote(replica, 'tea');
    let place = turn;
    const spoil = (value: StateValue): StateValue => {
      place += 1;
      return value === noteId ? value : junk[place % junk.length];
    };
    const inState = rewriteState(spoil);
    const before = (await stage.readStore('notes')).find((note) => note['noteId'] === noteId);
    const rewritten = await stage.turnHostile([`*/explore/${noteId}*`, COMMENTS], (body, url) =>
      url.includes('/api/')
        ? JSON.stringify(changeAll(JSON.parse(body) as StateValue, spoil, []))
        : inState(body, url),
    );
    await stage.site.goto(replica.noteUrl('tea'));
    expect(rewritten.length).toBeGreaterThan(0);
    await stage.expectGoodNote('video');
    const after = (await stage.readStore('notes')).find((note) => note['noteId'] === noteId);
    expect(after?.['title']).toBe(before?.['title']);
    expect(after?.['author']).toEqual(before?.['author']);
    for (const comment of await stage.readStore('comments')) {
      expect(comment['commentId']).toMatch(/^[0-9a-f]{24}$/);
      expect(['string', 'undefined']).toContain(typeof comment['content']);
      expect(['number', 'undefined']).toContain(typeof comment['createdAt']);
    }
  });
});

describe('answers that are none', () => {
  test('to every request that is read change nothing that is stored', async () => {
    const { replica } = stage;
    await stage.expectGoodNote('tea');
    const { noteId } = findNote(replica, 'tea');
    const before = await readAll();
    const served = new Map<string, string>();
    const rewritten = await stage.turnHostile(
      READ_PATHS.map((path) => `${API}${path}?*`),
      (_body, url) => served.get(new URL(url).searchParams.get('hostile') ?? ''),
    );
    HOSTILE_BODIES.forEach((body, index) => served.set(String(index), body));
    const answers = await stage.site.evaluate(
      async ({ api, paths, count, noteId: id }) => {
        let read = 0;
        for (const path of paths)
          for (let hostile = 0; hostile < count; hostile += 1) {
            const url = `${api}${path}?note_id=${id}&root_comment_id=${id}&target_user_id=${id}&hostile=${hostile}`;
            const answer = await fetch(url, { credentials: 'include' }).catch(() => undefined);
            if ((await answer?.text().catch(() => undefined)) !== undefined) read += 1;
          }
        return read;
      },
      { api: API, paths: READ_PATHS, count: HOSTILE_BODIES.length, noteId },
    );
    expect(answers).toBe(READ_PATHS.length * HOSTILE_BODIES.length);
    expect(new Set(rewritten).size).toBe(answers);
    await stage.expectGoodNote('tea');
    const after = await readAll();
    expect(stripMoments(after)).toEqual(stripMoments(before));
  });

  test('of 50 MB are let go, wherever they stand', async () => {
    const { replica } = stage;
    const { noteId } = findNote(replica, 'tea');
    const rewritten = await stage.turnHostile(
      [`*/explore/${noteId}*`, `${API}/v2/comment/page?*`],
      (body, url) => {
        if (!url.includes('/api/')) return floodState(body);
        return url.endsWith('flood')
          ? JSON.stringify({ code: 0, success: true, data: { comments: [toFloodedComment(noteId)] } })
          : undefined;
      },
    );
    await stage.site.goto(replica.noteUrl('tea'), { waitUntil: 'commit' });
    await waitFor(
      () => stage.site.evaluate('document.title.length').then((length) => Number(length) >= FLOOD),
      {
        what: 'the page to have a title of 50 MB',
      },
    );
    const length = await stage.site.evaluate(
      async (url) => (await (await fetch(url, { credentials: 'include' })).text()).length,
      `${API}/v2/comment/page?note_id=${noteId}&flood`,
    );
    expect(rewritten).toHaveLength(2);
    expect(length).toBeGreaterThan(FLOOD);
    await stage.expectGoodNote('video');
    const stored = await stage.readStore('comments');
    expect(stored.filter(({ content }) => String(content).length > 10_000)).toEqual([]);
    const titles = (await stage.readStore('notes')).map(({ title }) => String(title).length);
    expect(Math.max(...titles)).toBeLessThan(1_000);
  });
});

describe('a page that speaks of other notes', () => {
  test('gives them no comment, and the open note none of theirs', async () => {
    const { replica } = stage;
    const tea = findNote(replica, 'tea');
    const other = findNote(replica, 'livephoto');
    await stage.expectGoodNote('tea');
    const before = await stage.readStore('comments');
    const rewritten = await stage.turnHostile([COMMENTS], (body) =>
      body
        .replaceAll(tea.noteId, other.noteId)
        .replace(/"id":"[0-9a-f]{23}/g, (found) => `${found.slice(0, -1)}f`),
    );
    await stage.site.goto('about:blank');
    await stage.site.goto(replica.noteUrl('tea'));
    await waitFor(() => rewritten.length > 0, { what: 'a body of the other note to be sent' });
    await stage.expectGoodNote('video');
    const added = (await stage.readStore('comments')).filter(
      ({ commentId }) => !before.some((known) => known['commentId'] === commentId),
    );
    const served = new Set(replica.servedCommentIds(findNote(replica, 'video').noteId));
    expect(added.filter(({ commentId }) => !served.has(String(commentId)))).toEqual([]);
  });

  test('by a mask, an address or a state of another note, is not believed', async () => {
    const { replica } = stage;
    const tea = findNote(replica, 'tea');
    const other = 'e'.repeat(24);
    await stage.expectGoodNote('tea');
    await stage.site.evaluate((noteId) => {
      const mask = document.createElement('div');
      mask.className = 'note-detail-mask';
      mask.setAttribute('note-id', noteId);
      const end = document.createElement('div');
      end.className = 'end-container';
      end.textContent = '- THE END -';
      const container = document.createElement('div');
      container.id = 'noteContainer';
      container.append(end);
      mask.append(container);
      document.body.append(mask);
      const state = (
        window as unknown as { __INITIAL_STATE__: { note: { noteDetailMap: Record<string, unknown> } } }
      ).__INITIAL_STATE__;
      Object.defineProperty(state, 'hostile', {
        enumerable: true,
        get: () => {
          throw new Error('hostile');
        },
      });
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('readystatechange'));
    }, other);
    await heading(tea.title).waitFor();
    await stage.expectGoodNote('video');
    expect(JSON.stringify(await readAll())).not.toContain(other);
  });

  test('whose own state throws, lies about its size and never ends, stops nobody', async () => {
    const { replica } = stage;
    const { noteId } = findNote(replica, 'tea');
    await stage.turnHostile([`*/explore/${noteId}*`], (body) =>
      body.replace(
        /window\.__INITIAL_STATE__=[\s\S]*?<\/script>/,
        `window.state=0;(()=>{const endless=()=>new Proxy({},{get:(_,key)=>key==='__v_isRef'?true:endless(),has:()=>true,
          ownKeys:()=>['a','b','c'],getOwnPropertyDescriptor:()=>({enumerable:true,configurable:true,value:endless()})});
          Object.defineProperty(window,'__INITIAL_STATE__',{get:endless})})()</script>`,
      ),
    );
    await stage.site.goto(replica.noteUrl('tea'), { waitUntil: 'commit' });
    await stage.expectGoodNote('video');
  });
});

describe('forged words', () => {
  test('start no action, no export and no loading', async () => {
    const { chromium } = stage;
    await stage.expectGoodNote('video');
    const before = [await chromium.extension.readStorage('local'), await readAll()];
    const hasRuntime = await stage.site.evaluate(() => {
      const words = ['export.start', 'loading.start', 'stored.delete', 'settings.save', 'consent.answer'];
      for (const name of words)
        for (const to of ['background', 'background-from-content', 'content', 'ui', 'offscreen']) {
          const message = { to, name, input: {}, id: 1 };
          window.postMessage(message, '*');
          for (const type of ['message', 'hongshu-companion', 'hongshu-companion:line-offered'])
            for (const target of [window, document, document.documentElement])
              target.dispatchEvent(
                new MessageEvent(type, { data: message, ports: [new MessageChannel().port1] }),
              );
          document.dispatchEvent(new CustomEvent(name, { detail: message }));
        }
      const scope = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } }; browser?: unknown };
      return scope.chrome?.runtime?.sendMessage !== undefined || scope.browser !== undefined;
    });
    expect(hasRuntime).toBe(false);
    await stage.expectGoodNote('video');
    const after = [await chromium.extension.readStorage('local'), await readAll()];
    expect(stripMoments(after)).toEqual(stripMoments(before));
    expect(await chromium.extension.evaluate('chrome.downloads.search({}).then((all) => all.length)')).toBe(
      0,
    );
  });
});

async function readAll(): Promise<unknown> {
  return stage.chromium.extension.readDatabase('hongshu-companion');
}

/** What grows with every visit of a good note (times, tokens, points of a chart) is left out of a comparison. */
function stripMoments(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, member: unknown) =>
      /(At|^at|^via|^xsecToken|^tokens|^snapshots|^observed)$/.test(key) ? undefined : member,
    ),
  );
}
