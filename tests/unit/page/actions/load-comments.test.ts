// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  loadComments,
  type LoadingOrder,
  type LoadingTools,
} from '../../../../src/page/actions/load-comments';
import type { Pace } from '../../../../src/page/actions/pause';
import { drawBody } from '../draw-body';

const NOTE_ID = '68002bf700000005e16b95fd';
const order: LoadingOrder = { noteId: NOTE_ID, minPauseMs: 1_000, maxPauseMs: 3_000, maxSteps: 50 };

/** Time that passes at once; what would have been waited for is written down. */
function createPace(waited: number[] = []): Pace {
  return {
    random: () => 0.5,
    wait: async (ms, signal) => {
      waited.push(ms);
      // Leaves the page's own answers the time to come before a wait is over.
      for (let turn = 0; turn < 5 && !signal.aborted; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function tools(changes: Partial<LoadingTools> = {}): LoadingTools {
  return {
    page: document,
    pace: createPace(),
    findSign: () => undefined,
    onStep: () => undefined,
    ...changes,
  };
}

/** A page with the class names of the site's rendered pages. */
function drawNote(inner: string): HTMLElement {
  drawBody(`<div id="noteContainer"><div class="note-scroller"><div class="comments-el">
    <div class="comments-container"><div class="list-container"></div>${inner}</div></div></div></div>`);
  return document.querySelector('.list-container') as HTMLElement;
}

function addComment(list: Element, number: number): void {
  const item = document.createElement('div');
  item.className = 'comment-item';
  item.id = `comment-${String(number).padStart(24, '0')}`;
  list.append(item);
}

/** A copy of a control with the marks of the site's decoys, before what is there. */
function addDecoy(parent: string, kind: string): void {
  const decoy = Object.assign(document.createElement('i'), { className: 'show-more' });
  decoy.setAttribute('button-hp-installed', '1');
  decoy.setAttribute('data-hp-kind', kind);
  document.querySelector(parent)?.prepend(decoy);
}

/** Each scroll to the end brings `size` comments, until `total` are there; then the end marker. */
function answerScrolls(list: Element, total: number, size: number): void {
  const scroller = document.querySelector('.note-scroller') as HTMLElement;
  let top = 0;
  Object.defineProperty(scroller, 'scrollHeight', { get: () => list.childElementCount * 100 + 1 });
  Object.defineProperty(scroller, 'scrollTop', {
    get: () => top,
    set: (value: number) => {
      top = value;
      for (let n = 0; n < size && list.childElementCount < total; n += 1)
        addComment(list, list.childElementCount);
      if (list.childElementCount >= total && !document.querySelector('.end-container')) {
        list.after(Object.assign(document.createElement('div'), { className: 'end-container' }));
      }
    },
  });
}

let hidden: Set<Element>;

beforeEach(() => {
  window.location.href = `https://www.xiaohongshu.com/explore/${NOTE_ID}`;
  hidden = new Set();
  // happy-dom draws nothing, so it has no boxes of its own.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (hidden.has(this) ? [] : [new DOMRect(0, 0, 1, 1)]) as unknown as DOMRectList;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  drawBody('');
});

const never = new AbortController().signal;

describe('loading the comments of the open note', () => {
  it('scrolls until the end marker, with a pause within its bounds after each step', async () => {
    const list = drawNote('');
    answerScrolls(list, 25, 10);
    const waited: number[] = [];
    const outcome = await loadComments(order, tools({ pace: createPace(waited) }), never);
    expect(outcome).toEqual({ stoppedBy: 'end', steps: 3, shown: 25, expanded: 0 });
    expect(waited.filter((ms) => ms === 2_000)).toHaveLength(3);
  });

  it('tells what is there before the first gesture, and then after each', async () => {
    const list = drawNote('');
    addComment(list, 99);
    answerScrolls(list, 7, 3);
    const told: object[] = [];
    await loadComments(order, tools({ onStep: (progress) => told.push(progress) }), never);
    expect(told).toEqual([
      { steps: 0, shown: 1, expanded: 0 },
      { steps: 1, shown: 4, expanded: 0 },
      { steps: 2, shown: 7, expanded: 0 },
    ]);
  });

  it('opens every thread by the visible button, and leaves hidden buttons alone', async () => {
    const list = drawNote('<div class="end-container"></div>');
    addComment(list, 1);
    const thread = document.createElement('div');
    thread.className = 'reply-container';
    for (let n = 0; n < 2; n += 1)
      thread.append(Object.assign(document.createElement('div'), { className: 'show-more' }));
    document.querySelector('.note-scroller')?.append(thread);
    const [real, unseen] = [...thread.querySelectorAll('.show-more')] as [Element, Element];
    hidden.add(unseen);
    const clicks: Element[] = [];
    thread.addEventListener('click', (event) => clicks.push(event.target as Element));
    real.addEventListener('click', () => {
      addComment(list, 2);
      hidden.add(real);
    });
    const outcome = await loadComments(order, tools(), never);
    expect(outcome).toEqual({ stoppedBy: 'end', steps: 1, shown: 2, expanded: 1 });
    expect(clicks).toEqual([real]);
  });

  it.each([
    ['before a button', '.reply-container', 'close'],
    ['in the bar of buttons', '.engage-bar', 'input'],
    ['of a new kind anywhere', 'body', 'comment'],
  ])('touches nothing where there is a decoy %s', async (_where, parent, kind) => {
    const list = drawNote('<div class="reply-container"><i class="show-more"></i></div>');
    const bar = Object.assign(document.createElement('div'), { className: 'interactions engage-bar' });
    document.querySelector('#noteContainer')?.append(bar);
    answerScrolls(list, 25, 10);
    addDecoy(parent, kind);
    const clicks: Event[] = [];
    document.body.addEventListener('click', (event) => clicks.push(event));
    const outcome = await loadComments(order, tools(), never);
    expect(outcome).toEqual({ stoppedBy: 'page-changed', steps: 0, shown: 0, expanded: 0 });
    expect(clicks).toEqual([]);
  });

  it("is not disturbed by the decoys that are known of the page's head", async () => {
    answerScrolls(drawNote(''), 5, 5);
    addDecoy('body', 'search');
    expect(await loadComments(order, tools(), never)).toMatchObject({ stoppedBy: 'end', shown: 5 });
  });

  it('gives up where nothing new comes, and says that it stalled', async () => {
    drawNote('');
    const outcome = await loadComments(order, tools(), never);
    expect(outcome).toEqual({ stoppedBy: 'stalled', steps: 4, shown: 0, expanded: 0 });
  });

  it('takes no more steps than allowed', async () => {
    answerScrolls(drawNote(''), 1_000, 10);
    expect(await loadComments({ ...order, maxSteps: 2 }, tools(), never)).toMatchObject({
      stoppedBy: 'limit',
      steps: 2,
    });
  });

  it.each([
    ['login-wanted', (): unknown => drawNote('<div class="comments-login"></div>'), {}],
    ['page-changed', (): unknown => drawBody('<div id="noteContainer"></div>'), {}],
    ['page-changed', (): unknown => drawNote('<div class="like-wrapper" button-hp-installed="1"></div>'), {}],
    ['note-left', (): unknown => (window.location.href = 'https://www.xiaohongshu.com/explore'), {}],
    ['stop-sign', (): unknown => drawNote(''), { findSign: () => ({ sign: 'captcha', class: 'all' }) }],
    [
      'login-wanted',
      (): unknown => drawNote(''),
      { findSign: () => ({ sign: 'login-wanted', class: 'login' }) },
    ],
  ] as const)('stops by %s before it touches anything', async (stoppedBy, arrange, changes) => {
    arrange();
    expect(await loadComments(order, tools(changes), never)).toMatchObject({ stoppedBy, steps: 0 });
  });

  it('stops in a hidden tab', async () => {
    drawNote('');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(await loadComments(order, tools(), never)).toMatchObject({ stoppedBy: 'hidden', steps: 0 });
  });

  it('stops when the user says so, after the step that runs', async () => {
    answerScrolls(drawNote(''), 1_000, 10);
    const stop = new AbortController();
    const outcome = await loadComments(
      order,
      tools({ onStep: ({ steps }) => steps === 1 && stop.abort() }),
      stop.signal,
    );
    expect(outcome).toEqual({ stoppedBy: 'user', steps: 1, shown: 10, expanded: 0 });
  });
});
