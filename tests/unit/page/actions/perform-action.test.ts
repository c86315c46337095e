// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTION_NAMES, ACTION_TRAITS } from '../../../../src/model/actions/action.catalog';
import type { ActionName } from '../../../../src/model/actions/action.catalog';
import type { ActionOrder, ActionPhase } from '../../../../src/model/actions/page-action';
import type { Pace } from '../../../../src/page/actions/pause';
import { performAction } from '../../../../src/page/actions/perform-action';
import type { Hands } from '../../../../src/page/actions/steps/hands';
import { drawBody } from '../draw-body';
import { drawNotePage, NOTE_ID, OWN_ID, REPLY_ID, ROOT_ID, VIEWER_ID } from './note-page';
import type { NotePage } from './note-page';

const NEW_ID = '68002c0000000000000000c9';
const TEXT = '有货，明天发';

/** Time that passes at once, after the page's own answers. */
const pace: Pace = {
  random: () => 0.5,
  wait: async (_ms, signal) => {
    for (let turn = 0; turn < 5 && !signal.aborted; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
  },
};

let page: NotePage;
let phases: ActionPhase[];
let stop: AbortController;
let viewer: { loggedIn: boolean | undefined; viewerId: string | undefined };
let onPhase: (phase: ActionPhase) => void;

function toOrder(action: ActionName, changes: Partial<ActionOrder> = {}): ActionOrder {
  const { target, hasText } = ACTION_TRAITS[action];
  const about =
    action === 'delete-own-comment' ? { commentId: OWN_ID } : { commentId: REPLY_ID, rootCommentId: ROOT_ID };
  return {
    actionId: 'a1',
    action,
    noteId: NOTE_ID,
    viewerId: VIEWER_ID,
    mode: 'send',
    minPauseMs: 10,
    maxPauseMs: 20,
    maxSteps: 20,
    ...(target === 'comment' ? about : {}),
    ...(hasText ? { content: TEXT } : {}),
    ...changes,
  };
}

function act(action: ActionName, changes: Partial<ActionOrder> = {}, own: Partial<Hands> = {}) {
  return performAction(toOrder(action, changes), {
    page: document,
    pace,
    signal: stop.signal,
    gone: new AbortController().signal,
    readViewer: () => viewer,
    findSign: () => undefined,
    answers: () => page.answers,
    onAnswer: page.onAnswer,
    onPhase: (phase) => onPhase(phase),
    ...own,
  });
}

/** What the page sends for each action, from the site's own calls (site bundle 6.12.1, 2026-05). */
const CALLS: Record<ActionName, { path: string; body: Record<string, unknown> }> = {
  like: { path: '/note/like', body: { note_oid: NOTE_ID } },
  unlike: { path: '/note/dislike', body: { note_oid: NOTE_ID } },
  favorite: { path: '/note/collect', body: { note_id: NOTE_ID } },
  unfavorite: { path: '/note/uncollect', body: { note_ids: NOTE_ID } },
  comment: { path: '/comment/post', body: { note_id: NOTE_ID, content: TEXT, at_users: [] } },
  reply: {
    path: '/comment/post',
    body: { note_id: NOTE_ID, content: TEXT, target_comment_id: REPLY_ID, at_users: [] },
  },
  'like-comment': { path: '/comment/like', body: { note_id: NOTE_ID, comment_id: REPLY_ID } },
  'unlike-comment': { path: '/comment/dislike', body: { note_id: NOTE_ID, comment_id: REPLY_ID } },
  'delete-own-comment': { path: '/comment/delete', body: { note_id: NOTE_ID, comment_id: OWN_ID } },
};

const isUndoing = (action: ActionName) => action.startsWith('un');
const isText = (action: ActionName) => ACTION_TRAITS[action].hasText;
const stateOf = (selector: string) => document.querySelector(`${selector} use`)?.getAttribute('xlink:href');

/** The page as each action needs it: what is to be taken back is given. */
function draw(action: ActionName): void {
  page = drawNotePage({ liked: action === 'unlike', collected: action === 'unfavorite' });
  if (action === 'unlike-comment')
    document.querySelector(`#comment-${REPLY_ID} use`)?.setAttribute('xlink:href', '#liked');
  if (isText(action)) page.answer = { status: 200, body: { code: 0, data: { comment: { id: NEW_ID } } } };
}

beforeEach(() => {
  window.location.href = `https://www.xiaohongshu.com/explore/${NOTE_ID}`;
  phases = [];
  stop = new AbortController();
  viewer = { loggedIn: true, viewerId: VIEWER_ID };
  onPhase = (phase) => phases.push(phase);
  // happy-dom has no editing commands: the events of typing take their place.
  Object.assign(document, { execCommand: () => false });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.closest('[hidden]') ? [] : [new DOMRect(0, 0, 1, 1)]) as unknown as DOMRectList;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  drawBody('');
});

describe.each(ACTION_NAMES)('%s', (action) => {
  beforeEach(() => draw(action));

  it('makes the page send this one call, once, and is done by its answer', async () => {
    const outcome = await act(action);
    expect(outcome).toEqual({
      is: 'done',
      proof: 'answer',
      ...(isText(action) ? { commentId: NEW_ID } : {}),
    });
    expect(page.sent).toEqual([CALLS[action]]);
    expect(phases).toEqual(['looking', 'preparing', 'sent']);
  });

  it('sends nothing in a rehearsal, and leaves the page as it was', async () => {
    const before = document.body.innerHTML;
    expect(await act(action, { mode: 'rehearse' })).toEqual({ is: 'rehearsed' });
    expect(page.sent).toEqual([]);
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
    if (!isText(action) && action !== 'delete-own-comment') expect(document.body.innerHTML).toBe(before);
  });

  it.each([
    ['another account is logged in', () => (viewer = { loggedIn: true, viewerId: OWN_ID }), 'login-changed'],
    ['nobody is logged in', () => (viewer = { loggedIn: false, viewerId: undefined }), 'login-wanted'],
    [
      'the page does not say who looks',
      () => (viewer = { loggedIn: true, viewerId: undefined }),
      'page-changed',
    ],
    [
      'the address is another note’s',
      () => (window.location.href = 'https://www.xiaohongshu.com/explore'),
      'note-left',
    ],
    ['the user stops it', () => stop.abort(), 'cancelled'],
    ['a decoy stands in the bar', () => addDecoy('.engage-bar .left'), 'page-changed'],
    ['a decoy stands among the comments', () => addDecoy('.list-container'), 'page-changed'],
    ['the note has left the page', () => document.querySelector('#noteContainer')?.remove(), 'page-changed'],
  ])('sends nothing when %s between the look and the gesture', async (_what, happen, code) => {
    onPhase = (phase) => {
      phases.push(phase);
      if (phase === 'preparing') happen();
    };
    expect(await act(action)).toMatchObject({ is: 'refused', code });
    expect(page.sent).toEqual([]);
    expect(phases).not.toContain('sent');
  });

  it.each([
    [
      { status: 200, body: { code: -100 } },
      { is: 'refused', code: 'login-wanted', sign: 'login-expired' },
    ],
    [
      { status: 461, body: {} },
      { is: 'refused', code: 'risk-control', sign: 'anti-spam' },
    ],
    [
      { status: 200, body: { code: 300013 } },
      { is: 'refused', code: 'risk-control', sign: 'rate-limited' },
    ],
    [
      { status: 200, body: { code: -10000 } },
      { is: 'refused', code: 'action-forbidden', siteCode: -10000 },
    ],
    [
      { status: 200, body: { code: 400 } },
      { is: 'refused', code: 'action-refused', siteCode: 400 },
    ],
    [{ status: 500, body: { code: -1 } }, { is: 'uncertain' }],
    [{ status: 200, body: 'no JSON' }, { is: 'uncertain' }],
    [undefined, { is: 'uncertain' }],
  ])('says what the site answered: %j', async (answer, outcome) => {
    page.answer = answer;
    expect(await act(action)).toEqual(outcome);
    expect(page.sent).toHaveLength(1);
  });

  it('believes no answer to another call', async () => {
    const { path } = CALLS[action];
    page.answers.push({
      url: `https://edith.xiaohongshu.com/api/sns/web/v1${path}`,
      status: 200,
      body: '{"code":0,"data":{"comment":{"id":"aaaaaaaaaaaaaaaaaaaaaaaa"}}}',
      requestBody: JSON.stringify({ ...CALLS[action].body, note_id: 'x', note_oid: 'x', note_ids: 'x' }),
    });
    page.answer = undefined;
    expect(await act(action)).toEqual({ is: 'uncertain' });
  });

  it('goes by what the page shows where answers cannot be seen', async () => {
    const outcome = await act(action, {}, { answers: () => undefined });
    expect(outcome).toEqual({ is: 'done', proof: 'page', ...(isText(action) ? { commentId: NEW_ID } : {}) });
  });

  it('throws nothing at a page that is empty', async () => {
    drawBody('');
    expect(await act(action)).toMatchObject({ is: 'refused', code: 'page-changed', missing: 'note' });
  });
});

describe.each(ACTION_NAMES.filter((action) => !isText(action) && action !== 'delete-own-comment'))(
  '%s, a state',
  (action) => {
    it('is an answer where it is so already', async () => {
      draw(action);
      await act(action);
      page.sent.length = 0;
      expect(await act(action)).toEqual({ is: 'already' });
      expect(page.sent).toEqual([]);
    });

    it('is not touched where the symbol is not known', async () => {
      draw(action);
      for (const use of document.querySelectorAll('use')) use.setAttribute('xlink:href', '#heart');
      expect(await act(action)).toMatchObject({ is: 'refused', code: 'page-changed' });
      expect(page.sent).toEqual([]);
    });

    it('is looked at afterwards, and nothing is pressed', async () => {
      draw(action);
      expect(await act(action, { mode: 'verify', since: 0 })).toEqual({ is: 'refused', code: 'not-done' });
      await act(action);
      expect(await act(action, { mode: 'verify', since: 0 })).toEqual({ is: 'done', proof: 'page' });
      expect(page.sent).toHaveLength(1);
    });
  },
);

describe.each(['comment', 'reply'] as const)('%s, a text', (action) => {
  beforeEach(() => draw(action));

  it.each([
    ['another account is logged in', () => (viewer = { loggedIn: true, viewerId: OWN_ID }), 'login-changed'],
    ['the user stops it', () => stop.abort(), 'cancelled'],
    ['a decoy comes', () => addDecoy('.engage-bar .left'), 'page-changed'],
    ['somebody types on', () => typeOn('！'), 'box-in-use'],
    ['the box turns to another target', () => turnBox(action), undefined],
  ])('is not sent when %s while it stands in the box', async (what, happen, code) => {
    let isOnce = true;
    document.querySelector('#content-textarea')?.addEventListener('input', () => {
      if (isOnce) queueMicrotask(happen);
      isOnce = false;
    });
    expect(await act(action)).toMatchObject({ is: 'refused', ...(code ? { code } : {}) });
    expect(page.sent).toEqual([]);
    const left = document.querySelector('#content-textarea')?.textContent;
    expect(left).toBe(what === 'somebody types on' ? `${TEXT}！` : '');
  });

  it('is not put over another that stands in the box', async () => {
    const editor = document.querySelector('#content-textarea') as HTMLElement;
    editor.textContent = '我自己的话';
    expect(await act(action)).toEqual({ is: 'refused', code: 'box-in-use' });
    expect(editor.textContent).toBe('我自己的话');
    expect(page.sent).toEqual([]);
  });

  it('is refused where the page does not take it, and the box is left empty', async () => {
    page.isDeaf = true;
    expect(await act(action)).toEqual({ is: 'refused', code: 'text-not-taken' });
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
    expect(page.sent).toEqual([]);
  });

  it.each(['', '  ', 'a\nb', undefined])('is refused where it is no line of text: %j', async (content) => {
    expect(await act(action, { content })).toEqual({ is: 'refused', code: 'invalid-input' });
    expect(page.sent).toEqual([]);
  });

  it('waits in the box for the user’s own press', async () => {
    onPhase = (phase) => {
      phases.push(phase);
      if (phase === 'waiting')
        setTimeout(() => (document.querySelector('button.submit') as HTMLElement).click(), 20);
    };
    expect(await act(action, { mode: 'assist' })).toEqual({ is: 'done', proof: 'answer', commentId: NEW_ID });
    expect(page.sent).toEqual([CALLS[action]]);
    expect(phases).toEqual(['looking', 'preparing', 'waiting']);
  });

  it('is over when the user presses cancel instead', async () => {
    onPhase = (phase) => {
      if (phase === 'waiting')
        setTimeout(() => (document.querySelector('button.cancel') as HTMLElement).click(), 20);
    };
    expect(await act(action, { mode: 'assist' })).toEqual({ is: 'refused', code: 'cancelled' });
    expect(page.sent).toEqual([]);
  });

  it('is found afterwards by its author, its words and its age', async () => {
    const since = Number.parseInt(NEW_ID.slice(0, 8), 16) * 1_000;
    expect(await act(action, { mode: 'verify', since })).toEqual({ is: 'refused', code: 'not-done' });
    await act(action);
    expect(await act(action, { mode: 'verify', since })).toEqual({
      is: 'done',
      proof: 'page',
      commentId: NEW_ID,
    });
    const later = since + 3_600_000;
    expect(await act(action, { mode: 'verify', since: later })).toEqual({ is: 'refused', code: 'not-done' });
    expect(page.sent).toHaveLength(1);
  });

  it('names comments that are closed', async () => {
    page.answer = { status: 200, body: { code: 10001 } };
    expect(await act(action)).toEqual({ is: 'refused', code: 'comments-closed', siteCode: 10001 });
  });
});

describe('a target', () => {
  it.each(['reply', 'like-comment', 'delete-own-comment'] as const)(
    'that is not there is named by %s, and nothing is pressed',
    async (action) => {
      draw(action);
      const commentId = 'ffffffffffffffffffffffff';
      expect(await act(action, { commentId, rootCommentId: undefined })).toEqual({
        is: 'refused',
        code: 'comment-not-found',
      });
      expect(page.sent).toEqual([]);
    },
  );

  it('that goes between the look and the gesture is not answered', async () => {
    draw('reply');
    onPhase = (phase) => phase === 'preparing' && document.querySelector(`#comment-${REPLY_ID}`)?.remove();
    expect(await act('reply')).toMatchObject({ is: 'refused' });
    expect(page.sent).toEqual([]);
  });

  it('of somebody else is not deleted, whatever its menu offers', async () => {
    draw('delete-own-comment');
    expect(await act('delete-own-comment', { commentId: REPLY_ID, rootCommentId: ROOT_ID })).toEqual({
      is: 'refused',
      code: 'not-own-comment',
    });
    expect(page.sent).toEqual([]);
  });

  it('is found in a thread that has to be opened, by its id', async () => {
    draw('reply');
    const list = document.querySelector('.reply-container .list-container') as Element;
    const target = list.firstElementChild as Element;
    target.remove();
    const more = Object.assign(document.createElement('div'), { className: 'show-more' });
    list.after(more);
    more.addEventListener('click', () => {
      more.hidden = true;
      list.append(target);
    });
    expect(await act('reply')).toMatchObject({ is: 'done', commentId: NEW_ID });
    expect(page.sent).toEqual([CALLS.reply]);
  });

  it('is given up after the limit of steps', async () => {
    draw('reply');
    document.querySelector('.end-container')?.remove();
    const outcome = await act('reply', { commentId: NEW_ID, rootCommentId: undefined, maxSteps: 2 });
    expect(outcome).toEqual({ is: 'refused', code: 'step-limit' });
  });
});

it('a like that the site refuses is shown as before', async () => {
  draw('like');
  page.answer = { status: 200, body: { code: 400 } };
  await act('like');
  await new Promise((resolve) => setImmediate(resolve));
  expect(stateOf('.engage-bar .like-wrapper')).toBe('#like');
  expect(isUndoing('unlike')).toBe(true);
});

function typeOn(text: string): void {
  const editor = document.querySelector('#content-textarea') as HTMLElement;
  editor.textContent += text;
}

/** A comment's box begins to answer somebody; a reply's box no longer does. */
function turnBox(action: ActionName): void {
  (document.querySelector('.reply-content') as HTMLElement).hidden = action === 'reply';
}

function addDecoy(parent: string): void {
  const decoy = document.createElement('i');
  decoy.setAttribute('data-hp-kind', 'like');
  document.querySelector(parent)?.prepend(decoy);
}
