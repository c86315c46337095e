import { describe, expect, it } from 'vitest';
import { toTabPage } from '../../../src/background/pages/to-tab-page';
import type { TabPage } from '../../../src/model/page-state';
import { NOTE_ID, OTHER_NOTE_ID, TOKEN, noteUrl } from '../../support/background/invented-note';

const TAB = { tabId: 1, windowId: 2 };
const report = (changes: Partial<Parameters<typeof toTabPage>[1]> = {}) => ({
  url: noteUrl(),
  loggedIn: undefined,
  viewerId: undefined,
  overlayNoteId: undefined,
  refusal: undefined,
  captcha: false,
  initialState: undefined,
  at: 5,
  ...changes,
});
const look = (changes: Parameters<typeof report>[0] = {}, before?: TabPage) =>
  toTabPage(before, report(changes), TAB);
const FEED = 'https://www.xiaohongshu.com/explore';

describe('the note in front', () => {
  it('is that of the address, with its token and source', () => {
    expect(look().note).toEqual({
      noteId: NOTE_ID,
      xsecToken: TOKEN,
      xsecSource: 'pc_feed',
      shownAs: 'page',
    });
    expect(look({ overlayNoteId: NOTE_ID }).note?.shownAs).toBe('overlay');
  });

  it('is never that of an overlay which the address has already left', () => {
    expect(look({ overlayNoteId: OTHER_NOTE_ID }).note?.noteId).toBe(NOTE_ID);
  });

  it('is that of the overlay where the address names none', () => {
    expect(look({ url: FEED, overlayNoteId: OTHER_NOTE_ID }).note).toEqual({
      noteId: OTHER_NOTE_ID,
      shownAs: 'overlay',
    });
    expect(look({ url: FEED, overlayNoteId: '<img>' }).note).toBeUndefined();
    expect(look({ url: FEED }).note).toBeUndefined();
  });

  it('keeps its token when the address loses its query, and takes no token of another note along', () => {
    const before = look();
    expect(look({ url: `${FEED}/${NOTE_ID}` }, before).note?.xsecToken).toBe(TOKEN);
    expect(look({ url: `${FEED}/${OTHER_NOTE_ID}` }, before).note?.xsecToken).toBeUndefined();
  });

  it('is the one a stopped visitor wanted to see', () => {
    const wanted = encodeURIComponent(`/explore/${NOTE_ID}?xsec_token=${TOKEN}&xsec_source=`);
    const page = look({ url: `https://www.xiaohongshu.com/404?error_code=300031&redirectPath=${wanted}` });
    expect(page.note).toMatchObject({ noteId: NOTE_ID, xsecToken: TOKEN, xsecSource: '' });
    expect(page.stopSign).toMatchObject({ class: 'note', code: 300031, at: 5 });
  });
});

describe('a stop sign', () => {
  const captcha = look({ captcha: true });

  it('that stops everything stays until it is dismissed, wherever the tab goes', () => {
    expect(captcha.stopSign).toEqual({ sign: 'captcha', class: 'all', at: 5 });
    expect(look({ at: 9 }, captcha).stopSign).toEqual(captcha.stopSign);
    expect(look({ url: FEED, at: 9 }, captcha).stopSign).toEqual(captcha.stopSign);
  });

  it('of a note goes with the note', () => {
    const removed = look({ refusal: '该笔记已被删除' });
    expect(removed.stopSign?.class).toBe('note');
    expect(look({ at: 6 }, removed).stopSign).toEqual(removed.stopSign);
    expect(look({ url: noteUrl(OTHER_NOTE_ID) }, removed).stopSign).toBeUndefined();
  });

  it('of a login goes when someone is logged in', () => {
    const page: TabPage = { ...look(), stopSign: { sign: 'login-wanted', class: 'login', at: 1 } };
    expect(look({}, page).stopSign?.sign).toBe('login-wanted');
    expect(look({ loggedIn: true }, page).stopSign).toBeUndefined();
  });

  it('of a login stays while the page goes on as if logged in, until it is loaded anew', () => {
    const page: TabPage = {
      ...look({ loggedIn: true }),
      stopSign: { sign: 'login-expired', class: 'login', code: -100, at: 1 },
    };
    expect(look({ loggedIn: true }, page).stopSign?.sign).toBe('login-expired');
    expect(look({ loggedIn: true, initialState: '{}' }, page).stopSign).toBeUndefined();
  });

  it('does not blame the token of before for an address that had none', () => {
    const wanted = encodeURIComponent(`https://www.xiaohongshu.com/explore/${NOTE_ID}`);
    const url = `https://www.xiaohongshu.com/404?error_code=300031&redirectPath=${wanted}`;
    expect(look({ url }, look()).note).toEqual({ noteId: NOTE_ID, shownAs: 'page' });
  });
});

describe('who looks', () => {
  it('is remembered while the page does not say, and forgotten with the login', () => {
    const page = look({ loggedIn: true, viewerId: 'v1' });
    expect(look({}, page).viewer).toEqual({ loggedIn: true, userId: 'v1' });
    expect(look({ loggedIn: false }, page).viewer).toEqual({ loggedIn: false });
  });
});
