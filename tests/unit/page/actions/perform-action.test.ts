// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTION_NAMES } from '../../../../src/model/actions/action.catalog';
import { drawBody } from '../draw-body';
import { addDecoy, CALLS, isText, NEW_ID, openActingStage } from './acting-stage';
import type { ActingStage } from './acting-stage';
import { OWN_ID } from './note-page';

let stage: ActingStage;

afterEach(() => {
  vi.restoreAllMocks();
  drawBody('');
});

describe.each(ACTION_NAMES)('%s', (action) => {
  beforeEach(() => {
    stage = openActingStage(action);
  });

  it('makes the page send this one call, once, and is done by its answer', async () => {
    const outcome = await stage.act();
    expect(outcome).toEqual({
      is: 'done',
      proof: 'answer',
      ...(isText(action) ? { commentId: NEW_ID } : {}),
    });
    expect(stage.page.sent).toEqual([CALLS[action]]);
    expect(stage.phases).toEqual(['looking', 'preparing', 'ready', 'sent']);
  });

  it('sends nothing in a rehearsal, and leaves the page as it was', async () => {
    const before = [...document.querySelectorAll('use')].map((use) => use.getAttribute('xlink:href'));
    expect(await stage.act({ mode: 'rehearse' })).toEqual({ is: 'rehearsed' });
    expect(stage.page.sent).toEqual([]);
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
    if (!isText(action) && action !== 'delete-own-comment')
      expect([...document.querySelectorAll('use')].map((use) => use.getAttribute('xlink:href'))).toEqual(
        before,
      );
  });

  it.each([
    [
      'another account is logged in',
      () => (stage.viewer = { loggedIn: true, viewerId: OWN_ID }),
      'login-changed',
    ],
    ['nobody is logged in', () => (stage.viewer = { loggedIn: false, viewerId: undefined }), 'login-wanted'],
    [
      'the page does not say who looks',
      () => (stage.viewer = { loggedIn: true, viewerId: undefined }),
      'page-changed',
    ],
    [
      'the address is another note’s',
      () => (window.location.href = 'https://www.xiaohongshu.com/explore'),
      'note-left',
    ],
    ['the user stops it', () => stage.stop.abort(), 'cancelled'],
    ['a decoy stands in the bar', () => addDecoy('.engage-bar .left'), 'page-changed'],
    ['a real button is watched', () => watch('.engage-bar .like-wrapper'), 'page-changed'],
    ['what holds a real button is watched', () => watch('.comments-el .interactions'), 'page-changed'],
    ['a decoy stands among the comments', () => addDecoy('.list-container'), 'page-changed'],
    ['the note has left the page', () => document.querySelector('#noteContainer')?.remove(), 'page-changed'],
  ])('sends nothing when %s between the look and the gesture', async (_what, happen, code) => {
    stage.onPhase = (phase) => {
      if (phase === 'preparing') happen();
    };
    expect(await stage.act()).toMatchObject({ is: 'refused', code });
    expect(stage.page.sent).toEqual([]);
    expect(stage.phases).not.toContain('sent');
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
      { is: 'refused', code: 'rate-limited', sign: 'rate-limited' },
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
    stage.page.answer = answer;
    expect(await stage.act()).toEqual(outcome);
    expect(stage.page.sent).toHaveLength(1);
  });

  it('believes no answer to another call', async () => {
    const { path } = CALLS[action];
    stage.page.answers.push({
      url: `https://edith.xiaohongshu.com/api/sns/web/v1${path}`,
      status: 200,
      body: '{"code":0,"data":{"comment":{"id":"aaaaaaaaaaaaaaaaaaaaaaaa"}}}',
      requestBody: JSON.stringify({ ...CALLS[action].body, note_id: 'x', note_oid: 'x', note_ids: 'x' }),
    });
    stage.page.answer = undefined;
    expect(await stage.act()).toEqual({ is: 'uncertain' });
  });

  it('goes by what the page shows where answers cannot be seen', async () => {
    const outcome = await stage.act({}, { answers: () => undefined });
    expect(outcome).toEqual({ is: 'done', proof: 'page', ...(isText(action) ? { commentId: NEW_ID } : {}) });
  });

  it.each(['ready', 'preparing'] as const)(
    'looks once more after %s, in the task of the gesture',
    async (last) => {
      stage.onPhase = (phase) => {
        if (phase === last) stage.viewer = { loggedIn: true, viewerId: OWN_ID };
      };
      expect(await stage.act()).toEqual({ is: 'refused', code: 'login-changed' });
      expect(stage.page.sent).toEqual([]);
    },
  );

  it('sends nothing where nobody can write down that it may', async () => {
    stage.canAnnounce = false;
    expect(await stage.act()).toEqual({ is: 'refused', code: 'cancelled' });
    expect(stage.page.sent).toEqual([]);
    expect(document.querySelector('#content-textarea')?.textContent).toBe('');
  });

  it('throws nothing at a page that is empty', async () => {
    drawBody('');
    expect(await stage.act()).toMatchObject({ is: 'refused', code: 'page-changed', missing: 'note' });
  });
});

function watch(control: string): void {
  document.querySelector(control)?.setAttribute('data-hp-bound', '1');
}

describe.each(ACTION_NAMES.filter((action) => !isText(action) && action !== 'delete-own-comment'))(
  '%s, a state',
  (action) => {
    it('is an answer where it is so already', async () => {
      stage = openActingStage(action);
      await stage.act();
      stage.page.sent.length = 0;
      expect(await stage.act()).toEqual({ is: 'already' });
      expect(stage.page.sent).toEqual([]);
    });

    it('is not touched where the symbol is not known', async () => {
      stage = openActingStage(action);
      for (const use of document.querySelectorAll('use')) use.setAttribute('xlink:href', '#heart');
      expect(await stage.act()).toMatchObject({ is: 'refused', code: 'page-changed' });
      expect(stage.page.sent).toEqual([]);
    });

    it('is looked at afterwards, and nothing is pressed', async () => {
      stage = openActingStage(action);
      expect(await stage.act({ mode: 'verify', since: 0 })).toEqual({ is: 'refused', code: 'not-done' });
      await stage.act();
      expect(await stage.act({ mode: 'verify', since: 0 })).toEqual({ is: 'done', proof: 'page' });
      expect(stage.page.sent).toHaveLength(1);
    });
  },
);
