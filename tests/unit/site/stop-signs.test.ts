import { describe, expect, it } from 'vitest';
import { signsZhCN } from '../../../src/i18n/zh-CN/signs';
import { findStanding, findStopSign } from '../../../src/site/stop-signs';

const classOf = (code: number) => findStopSign({ code })?.class;

describe('findStopSign', () => {
  it('sorts the codes by what must stop', () => {
    expect([300011, 300012, 300013, 300014, 300015, -104, -103, -13002].map(classOf)).toEqual(
      Array(8).fill('all'),
    );
    expect([-100, -101].map(classOf)).toEqual(['login', 'login']);
    const note = [
      300017, 300030, 300031, 300032, 300033, 300034, 300041, -510000, -510001, -510002, -510008, -510009,
    ];
    expect(note.map(classOf)).toEqual(Array(note.length).fill('note'));
    expect([300035, 300036, 300037, 300038, 300039].map(classOf)).toEqual(Array(5).fill('profile'));
  });

  it('keeps the code', () => {
    expect(findStopSign({ code: -510001 })).toEqual({
      sign: 'note-under-review',
      class: 'note',
      code: -510001,
    });
  });

  it('takes success and unknown codes for no sign', () => {
    expect([0, 1000, 10001, 400, 299999, -510010].map((code) => findStopSign({ code }))).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('knows the statuses of the risk control', () => {
    expect([461, 471, 406, 462, 465, 429].map((httpStatus) => findStopSign({ httpStatus })?.class)).toEqual(
      Array(6).fill('all'),
    );
    expect([200, 204, 302, 404, 500].map((httpStatus) => findStopSign({ httpStatus }))).toEqual(
      Array(5).fill(undefined),
    );
  });

  it.each([
    ['当前笔记暂时无法浏览', 'note-unavailable', 'note'],
    ['当前内容暂时不可访问', 'note-unavailable', 'note'],
    ["Sorry, This Page Isn't Available Right Now.", 'note-unavailable', 'note'],
    ['该笔记已被删除', 'note-removed', 'note'],
    ['仅作者可见', 'note-forbidden', 'note'],
    ['访问频繁，请稍后再试', 'rate-limited', 'all'],
    ['请通过验证', 'captcha', 'all'],
  ])('reads %s as %s', (refusalText, sign, stopClass) => {
    expect(findStopSign({ refusalText })).toEqual({ sign, class: stopClass });
  });

  it('takes any other text of a page for no sign', () => {
    expect(findStopSign({ refusalText: '今天的早餐' })).toBeUndefined();
    expect(findStopSign({})).toBeUndefined();
  });

  it('tells the gravest of several', () => {
    expect(findStopSign({ code: -100, refusalText: '当前笔记暂时无法浏览' })?.class).toBe('login');
    expect(findStopSign({ code: -510000, captcha: true })).toEqual({ sign: 'captcha', class: 'all' });
    expect(findStopSign({ httpStatus: 200, code: 300031, url: 'https://www.rednote.com/explore' })).toEqual({
      sign: 'note-unavailable',
      class: 'note',
      code: 300031,
    });
  });

  it('believes only addresses of the site', () => {
    expect(findStopSign({ url: 'https://example.org/web-login/captcha' })).toBeUndefined();
    expect(findStopSign({ url: 'https://www.xiaohongshu.com/web-login/captcha?x=1' })?.sign).toBe('captcha');
    expect(findStopSign({ url: 'https://www.xiaohongshu.com/404?error_code=77' })).toEqual({
      sign: 'note-unavailable',
      class: 'note',
      code: 77,
    });
    expect(findStopSign({ url: 'https://www.xiaohongshu.com/website-login/error' })?.class).toBe('all');
  });

  it('gives only signs that have a text', () => {
    const codes = [...Array(600).keys()].flatMap((step) => [
      -step,
      300000 + step,
      -510000 - step,
      -13000 - step,
      10000 + step,
    ]);
    const signs = new Set(
      codes.map((code) => findStopSign({ code })?.sign).filter((sign) => sign !== undefined),
    );
    for (const httpStatus of [406, 429, 461, 462, 465, 471])
      signs.add(findStopSign({ httpStatus })?.sign ?? '');
    for (const path of [
      'login',
      '404',
      'web-login/captcha',
      'website-login/error',
      'browseSearch/notFound',
    ]) {
      signs.add(findStopSign({ url: `https://www.xiaohongshu.com/${path}` })?.sign ?? '');
    }
    expect(signs.size).toBeGreaterThan(12);
    expect([...signs].filter((sign) => !Object.hasOwn(signsZhCN, `sign.${sign}`))).toEqual([]);
  });
});

describe('findStanding', () => {
  it('takes only the codes that speak of the note itself', () => {
    expect([-510000, -510001, -510002, 300031, -100].map(findStanding)).toEqual([
      'removed',
      'under-review',
      'forbidden',
      undefined,
      undefined,
    ]);
  });
});
