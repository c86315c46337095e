// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionName } from '../../../../src/model/actions/action.catalog';
import { drawBody } from '../draw-body';
import { addDecoy, CALLS, NEW_ID, openActingStage, TEXT } from './acting-stage';
import type { ActingStage } from './acting-stage';
import { OWN_ID, REPLY_ID, ROOT_ID } from './note-page';

let stage: ActingStage;

afterEach(() => {
  vi.restoreAllMocks();
  drawBody('');
});

describe.each(['comment', 'reply'] as const)('%s, a text', (action) => {
  beforeEach(() => {
    stage = openActingStage(action);
  });

  it.each([
    [
      'another account is logged in',
      () => (stage.viewer = { loggedIn: true, viewerId: OWN_ID }),
      'login-changed',
    ],
    ['the user stops it', () => stage.stop.abort(), 'cancelled'],
    ['a decoy comes', () => addDecoy('.engage-bar .left'), 'page-changed'],
    ['somebody types on', () => typeOn('！'), 'box-in-use'],
    ['the box turns to another target', () => turnBox(action), undefined],
  ])('is not sent when %s while it stands in the box', async (what, happen, code) => {
    let isOnce = true;
    document.querySelector('#content-textarea')?.addEventListener('input', () => {
      if (isOnce) queueMicrotask(happen);
      isOnce = false;
    });
    expect(await stage.act()).toMatchObject({ is: 'refused', ...(code ? { code } : {}) });
    expect(stage.page.sent).toEqual([]);
    const left = document.querySelector('#content-textarea')?.textContent;
    expect(left).toBe(what === 'somebody types on' ? `${TEXT}！` : '');
  });

  it('is not put over another that stands in the box', async () => {
    const editor = document.querySelector('#content-textarea') as HTMLElement;
    editor.textContent = '我自己的话';
    expect(await stage.act()).toEqual({ is: 'refused', code: 'box-in-use' });
    expect(editor.textContent).toBe('我自己的话');
    expect(stage.page.sent).toEqual([]);
  });

  it('is refused where the page does not take it, and the box is left empty', async () => {
    stage.page.isDeaf = true;
    expect(await stage.act()).toEqual({ is: 'refused', code: 'text-not-taken' });
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
    expect(stage.page.sent).toEqual([]);
  });

  it.each(['', '  ', 'a\nb', undefined])('is refused where it is no line of text: %j', async (content) => {
    expect(await stage.act({ content })).toEqual({ is: 'refused', code: 'invalid-input' });
    expect(stage.page.sent).toEqual([]);
  });

  it('waits in the box for the user’s own press', async () => {
    stage.onPhase = (phase) => {
      if (phase === 'waiting')
        setTimeout(() => (document.querySelector('button.submit') as HTMLElement).click(), 20);
    };
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'done', proof: 'answer', commentId: NEW_ID });
    expect(stage.page.sent).toEqual([CALLS[action]]);
    expect(stage.phases).toEqual(['looking', 'preparing', 'ready', 'waiting']);
  });

  it('is taken back when the user stops it while it waits', async () => {
    stage.onPhase = (phase) => phase === 'waiting' && setTimeout(() => stage.stop.abort(), 20);
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'refused', code: 'cancelled' });
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
    expect(stage.page.sent).toEqual([]);
  });

  it('is done with other words where the user has changed them', async () => {
    const words = `${TEXT}，包邮`;
    stage.onPhase = (phase) => {
      if (phase === 'waiting') setTimeout(() => typeAndSend(words), 20);
    };
    expect(await stage.act({ mode: 'assist' })).toEqual({
      is: 'done',
      proof: 'answer',
      commentId: NEW_ID,
      said: words,
    });
    expect(stage.page.sent).toHaveLength(1);
  });

  it('is pasted by the user where the box does not take it', async () => {
    stage.page.isDeaf = true;
    stage.onPhase = (phase) => {
      if (phase !== 'pasting') return;
      expect(document.querySelector('#content-textarea')?.textContent).toBe('');
      stage.page.isDeaf = false;
      setTimeout(() => typeAndSend(TEXT), 20);
    };
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'done', proof: 'answer', commentId: NEW_ID });
    expect(stage.copied).toEqual([TEXT]);
    expect(stage.phases).toEqual(['looking', 'preparing', 'ready', 'pasting']);
    expect(stage.page.sent).toEqual([CALLS[action]]);
  });

  it.each([
    ['nothing is heard', () => undefined],
    ['the queue is paused', () => stage.stop.abort()],
    ['another account is logged in', () => (stage.viewer = { loggedIn: true, viewerId: OWN_ID })],
  ])('may have been sent once the user has pressed, also when %s', async (_, happen) => {
    stage.page.answer = undefined;
    stage.onPhase = (phase) => {
      if (phase !== 'waiting') return;
      setTimeout(() => {
        (document.querySelector('button.submit') as HTMLElement).click();
        happen();
      }, 20);
    };
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'uncertain' });
    expect(stage.page.sent).toHaveLength(1);
  });

  it('is not waited for any longer when the box turns to another target', async () => {
    stage.onPhase = (phase) => phase === 'waiting' && setTimeout(() => turnBox(action), 20);
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'refused', code: 'cancelled' });
    expect(stage.page.sent).toEqual([]);
  });

  it('is over when the user presses cancel instead', async () => {
    stage.onPhase = (phase) => {
      if (phase === 'waiting')
        setTimeout(() => (document.querySelector('button.cancel') as HTMLElement).click(), 20);
    };
    expect(await stage.act({ mode: 'assist' })).toEqual({ is: 'refused', code: 'cancelled' });
    expect(stage.page.sent).toEqual([]);
  });

  it('is found afterwards by its author, its words and its age', async () => {
    const since = Number.parseInt(NEW_ID.slice(0, 8), 16) * 1_000;
    expect(await stage.act({ mode: 'verify', since })).toEqual({ is: 'refused', code: 'not-done' });
    await stage.act();
    expect(await stage.act({ mode: 'verify', since })).toEqual({
      is: 'done',
      proof: 'page',
      commentId: NEW_ID,
    });
    const later = since + 3_600_000;
    expect(await stage.act({ mode: 'verify', since: later })).toEqual({ is: 'refused', code: 'not-done' });
    expect(stage.page.sent).toHaveLength(1);
  });

  it('is found with a picture in place of a code', async () => {
    const since = Number.parseInt(NEW_ID.slice(0, 8), 16) * 1_000;
    const content = '[赞R] 有货 (50+)';
    await stage.act({ content });
    expect(document.querySelector(`#comment-${NEW_ID} .note-text`)?.textContent).not.toContain('赞R');
    const found = { is: 'done', proof: 'page', commentId: NEW_ID };
    expect(await stage.act({ mode: 'verify', since, content })).toEqual(found);
    expect(await stage.act({ mode: 'verify', since, content: '[赞R] 有货 (50)' })).toMatchObject({
      code: 'not-done',
    });
  });

  it('is not taken for another attempt with the same words', async () => {
    const since = Number.parseInt(NEW_ID.slice(0, 8), 16) * 1_000;
    await stage.act();
    expect(await stage.act({ mode: 'verify', since, others: [NEW_ID] })).toEqual({
      is: 'refused',
      code: 'not-done',
    });
  });

  it.each([{ status: 200, body: { code: 10001 } }, undefined])(
    'leaves the box empty after an answer that was none: %j',
    async (answer) => {
      stage.page.answer = answer;
      await stage.act();
      expect(document.querySelector('#content-textarea')?.textContent).toBe('');
      expect(stage.page.sent).toHaveLength(1);
    },
  );

  it('names comments that are closed', async () => {
    stage.page.answer = { status: 200, body: { code: 10001 } };
    expect(await stage.act()).toEqual({ is: 'refused', code: 'comments-closed', siteCode: 10001 });
  });
});

describe('the same words elsewhere', () => {
  const since = Number.parseInt(NEW_ID.slice(0, 8), 16) * 1_000;
  const onRoot = { commentId: ROOT_ID, rootCommentId: undefined };
  const onOther = { commentId: OWN_ID, rootCommentId: undefined };

  it.each([
    ['a comment', ['comment', {}], ['reply', {}]],
    ['a comment', ['comment', {}], ['reply', onRoot]],
    ['an answer', ['reply', {}], ['comment', {}]],
    ['an answer to the thread', ['reply', onRoot], ['reply', {}]],
    ['an answer to a reply', ['reply', {}], ['reply', onRoot]],
    ['an answer in another thread', ['reply', onRoot], ['reply', onOther]],
  ] as const)('as %s are not taken for what was meant', async (_what, [made, at], [meant, wanted]) => {
    stage = openActingStage(made);
    await stage.act(at);
    const action = meant;
    const order = { action, mode: 'verify', since, content: TEXT, commentId: undefined } as const;
    const target = meant === 'reply' ? { commentId: REPLY_ID, rootCommentId: ROOT_ID } : {};
    expect(await stage.act({ ...order, ...target, ...wanted })).toEqual({ is: 'refused', code: 'not-done' });
    expect(await stage.act({ mode: 'verify', since, ...at })).toMatchObject({
      is: 'done',
      commentId: NEW_ID,
    });
  });
});

describe('a target', () => {
  it.each(['reply', 'like-comment', 'delete-own-comment'] as const)(
    'that is not there is named by %s, and nothing is pressed',
    async (action) => {
      stage = openActingStage(action);
      const commentId = 'ffffffffffffffffffffffff';
      expect(await stage.act({ commentId, rootCommentId: undefined })).toEqual({
        is: 'refused',
        code: 'comment-not-found',
      });
      expect(stage.page.sent).toEqual([]);
    },
  );

  it('that goes between the look and the gesture is not answered', async () => {
    stage = openActingStage('reply');
    stage.onPhase = (phase) =>
      phase === 'preparing' && document.querySelector(`#comment-${REPLY_ID}`)?.remove();
    expect(await stage.act()).toMatchObject({ is: 'refused' });
    expect(stage.page.sent).toEqual([]);
  });

  it('of somebody else is not deleted, whatever its menu offers', async () => {
    stage = openActingStage('delete-own-comment');
    expect(await stage.act({ commentId: REPLY_ID, rootCommentId: ROOT_ID })).toEqual({
      is: 'refused',
      code: 'not-own-comment',
    });
    expect(stage.page.sent).toEqual([]);
  });

  it('is found in a thread that has to be opened, by its id', async () => {
    stage = openActingStage('reply');
    const list = document.querySelector('.reply-container .list-container') as Element;
    const target = list.firstElementChild as Element;
    target.remove();
    const more = Object.assign(document.createElement('div'), { className: 'show-more' });
    list.after(more);
    more.addEventListener('click', () => {
      more.hidden = true;
      list.append(target);
    });
    expect(await stage.act()).toMatchObject({ is: 'done', commentId: NEW_ID });
    expect(stage.page.sent).toEqual([CALLS.reply]);
  });

  it('is given up after the limit of steps', async () => {
    stage = openActingStage('reply');
    document.querySelector('.end-container')?.remove();
    const outcome = await stage.act({ commentId: NEW_ID, rootCommentId: undefined, maxSteps: 2 });
    expect(outcome).toEqual({ is: 'refused', code: 'step-limit' });
  });
});

function typeOn(text: string): void {
  const editor = document.querySelector('#content-textarea') as HTMLElement;
  editor.textContent += text;
}

function typeAndSend(text: string): void {
  const editor = document.querySelector('#content-textarea') as HTMLElement;
  editor.textContent = text;
  editor.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  (document.querySelector('button.submit') as HTMLElement).click();
}

/** A comment's box begins to answer somebody; a reply's box no longer does. */
function turnBox(action: ActionName): void {
  (document.querySelector('.reply-content') as HTMLElement).hidden = action === 'reply';
}
