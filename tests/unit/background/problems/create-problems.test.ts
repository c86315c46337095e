import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createProblems } from '../../../../src/background/problems/create-problems';
import { AppError, toAppError } from '../../../../src/model/errors';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import type { Settings } from '../../../../src/model/settings';

const AGREED: Settings = { ...DEFAULT_SETTINGS, consent: { answeredAt: 1, textVersion: 1 } };
const SECRETS = [
  '68000000000000000000000a',
  'abcdefabcdefabcdefabcdef',
  'ABq7xKz0Token-Of_A-Note=',
  'Alice',
  '王小红',
  'https://www.xiaohongshu.com/explore/68000000000000000000000a?xsec_token=ABq7',
  'a comment about somebody',
  '13800138000',
];

/** The names of fields are our own shapes': a name there is a field. */
const looksLikeField = (text: string) => /^[A-Za-z]+$/.test(text) && text.length < 16;

let now = 1_000_000;
let settings = AGREED;
const create = () => createProblems({ settings: () => Promise.resolve(settings), now: () => now });
const readAll = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));
const changed = (missing: string) => new AppError('page-changed', { details: { endpoint: 'feed', missing } });

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  settings = AGREED;
});

describe('what is kept of a problem', () => {
  it('is enough to find the place', async () => {
    const problems = create();
    const error = new TypeError("Cannot read properties of undefined (reading 'noteCard')");
    error.stack = [
      `TypeError: ${error.message}`,
      '    at map (chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/background.js:12:345)',
      '    at https://www.xiaohongshu.com/explore/x.js:1:1',
      '    at chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/chunks/mount-Ab3_d-9x.js:2:7',
    ].join('\n');
    await problems.record(error, 'capture.report');
    now += 5;
    await problems.record(changed('items.0.noteCard.interactInfo'), 'page');

    expect(await problems.list()).toEqual([
      {
        code: 'page-changed',
        where: 'page',
        missing: 'feed: items.0.noteCard.interactInfo',
        at: now,
        times: 1,
      },
      {
        code: 'unexpected',
        where: 'capture.report',
        failure: {
          name: 'TypeError',
          message: 'cannot read properties of undefined reading …',
          frames: ['background.js:12:345', 'chunks/mount-Ab3_d-9x.js:2:7'],
        },
        at: now - 5,
        times: 1,
      },
    ]);
  });

  it('holds nothing of what was read, whatever errors say and carry', async () => {
    const problems = create();
    for (const secret of SECRETS) {
      const error = new SyntaxError(
        `Unexpected token in ${secret} at\n    at chrome-extension://x/${secret.replace(/\W/g, '')}.js:1:1\n"${secret}" is not valid JSON`,
      );
      error.name = secret;
      for (const thrown of [
        error,
        `${secret}: failed`,
        new AppError('unexpected', { details: { reason: `${secret}: ${secret}` }, cause: error }),
        new AppError('database-blocked', { cause: toAppError(error) }),
        new AppError('download-failed', { details: { reason: `Invalid filename ${secret}.csv` } }),
        changed(`video.media.stream.${secret}.0`),
        new AppError('page-changed', { details: { reason: `state of ${secret}` } }),
        ...(looksLikeField(secret)
          ? []
          : [
              changed(`note.${secret}.title`),
              new AppError('page-changed', { details: { endpoint: secret } }),
            ]),
      ]) {
        await problems.record(thrown, secret);
        await problems.record(thrown, 'export');
      }
      await problems.take('popup', { name: secret, message: secret, frames: [] });
    }

    expect((await problems.list()).length).toBeGreaterThan(8);
    const stored = await readAll();
    for (const secret of SECRETS) expect(stored).not.toContain(secret);
    for (const part of ['ABq7', 'xsec', 'xiaohongshu', '1380013', '68000', 'somebody']) {
      expect(stored).not.toContain(part);
    }
  });

  it('says what is wrong with a state that cannot be read', async () => {
    const problems = create();
    const details = { missing: '__INITIAL_STATE__', reason: 'no object literal at 51234' };
    await problems.record(new AppError('page-changed', { details }), 'page');
    expect(await problems.list()).toMatchObject([{ missing: '__INITIAL_STATE__: no object literal at …' }]);
  });

  it('is no answer that the user understands', async () => {
    const problems = create();
    await problems.record(new AppError('paused'), 'capture.report');
    await problems.record(new AppError('cancelled'), 'export');
    await problems.record(new AppError('export-empty'), 'export');
    expect(await problems.list()).toEqual([]);
    await problems.record(new AppError('page-not-reached'), 'export');
    expect(await problems.list()).toMatchObject([{ code: 'page-not-reached', where: 'export' }]);
  });
});

describe('the list', () => {
  it('is bounded, newest first, and counts the same problem once a minute', async () => {
    const problems = create();
    const letters = 'abcdefghij';
    for (let index = 0; index < 70; index += 1) {
      now += 1;
      const name = `${letters[Math.floor(index / 10)]}-${letters[index % 10]}`;
      await problems.record(changed(name), 'page');
    }
    const list = await problems.list();
    expect(list).toHaveLength(50);
    expect(list[0]?.missing).toBe('feed: g-j');

    await problems.record(changed('g-j'), 'page');
    expect((await problems.list())[0]?.times).toBe(1);
    now += 60_000;
    await problems.record(changed('g-j'), 'page');
    expect((await problems.list())[0]).toMatchObject({ times: 2, at: now });
  });

  it('loses nothing when problems come at once, and outlives the worker', async () => {
    const problems = create();
    await Promise.all(['one', 'two', 'three'].map((name) => problems.record(changed(name), 'page')));
    expect((await create().list()).map(({ missing }) => missing).sort()).toEqual([
      'feed: one',
      'feed: three',
      'feed: two',
    ]);
    await problems.clear();
    expect(await create().list()).toEqual([]);
  });

  it('is in memory only before consent', async () => {
    settings = DEFAULT_SETTINGS;
    const problems = create();
    await problems.record(new TypeError('x'), 'welcome');
    expect(await problems.list()).toHaveLength(1);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});

    settings = AGREED;
    await problems.record(changed('code'), 'page');
    expect(await create().list()).toHaveLength(2);
  });

  it('lives through what is stored being no list of problems', async () => {
    await fakeBrowser.storage.local.set({ problems: [{ at: 'x' }, 7] });
    const problems = create();
    await problems.record(changed('code'), 'page');
    expect(await problems.list()).toHaveLength(1);
  });
});
