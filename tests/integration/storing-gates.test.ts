import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createConnection } from '../../src/storage/database';
import { readSettings } from '../../src/storage/readers/read-settings';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import {
  TAB,
  pageSender,
  siteSender,
  startBackgroundUnderTest,
} from '../support/background/background-under-test';
import {
  NOTE_ID,
  VIEWER_ID,
  toCommentBody,
  toCommentRow,
  toInitialState,
} from '../support/background/invented-note';

const COMMENTS = { body: toCommentBody([toCommentRow(1)]) };
const FEED = {
  url: 'https://edith.xiaohongshu.com/api/sns/web/v1/homefeed',
  body: JSON.stringify({
    code: 0,
    success: true,
    data: {
      cursor_score: '1',
      items: [
        {
          id: NOTE_ID,
          model_type: 'note',
          xsec_token: 'AB',
          note_card: {
            type: 'normal',
            display_title: 'a card',
            user: { user_id: VIEWER_ID, nickname: 'writer' },
            interact_info: { liked: false, liked_count: '4' },
          },
        },
      ],
    },
  }),
};

/** Everything that lies anywhere in the extension's storage. */
const readEverything = async (background: Awaited<ReturnType<typeof startBackgroundUnderTest>>) => ({
  rows: await background.readAll(),
  session: await fakeBrowser.storage.session.get(null),
  local: await fakeBrowser.storage.local.get(null),
});

beforeEach(() => fakeBrowser.reset());

describe('before the welcome page is answered', () => {
  it('nothing is stored anywhere, and pages are told to keep their captures', async () => {
    const background = await startBackgroundUnderTest({ consent: false });
    const answer = await background.reportPage({ initialState: toInitialState() });
    const refused = await background.reportCapture(COMMENTS);
    await background.report('state.changed', { pageUrl: 'https://www.xiaohongshu.com/explore', at: 1 });

    expect(answer).toEqual({ ok: true, value: { capture: false } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'consent-missing' } });
    expect(await readEverything(background)).toEqual({ rows: {}, session: {}, local: {} });
  });

  it('a yes lets open pages report at once, and a no taken back ends it', async () => {
    const background = await startBackgroundUnderTest({ consent: false });
    const capture = DEFAULT_SETTINGS.capture;
    await background.call('consent.answer', { agreed: true, capture });
    expect(background.asked.map(({ name, input }) => [name, input])).toEqual([
      ['capture.allow', { allowed: true }],
      ['page.describe', { withState: true }],
    ]);

    await background.reportPage({ initialState: toInitialState() });
    await background.call('consent.answer', { agreed: false, capture });
    expect(background.asked.at(-1)).toMatchObject({ name: 'capture.allow', input: { allowed: false } });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await background.reportCapture(COMMENTS)).toMatchObject({ error: { code: 'consent-missing' } });
  });
});

describe('while paused', () => {
  it('nothing is stored, though the popup may still ask what the tab shows', async () => {
    const background = await startBackgroundUnderTest();
    await background.call('settings.change', { patch: { paused: true } });
    const before = await readEverything(background);

    expect(await background.reportPage({ initialState: toInitialState() })).toMatchObject({
      value: { capture: false },
    });
    expect(await background.reportCapture(COMMENTS)).toMatchObject({ error: { code: 'paused' } });
    expect(await readEverything(background)).toEqual(before);
    expect((await background.services.tracker.find(TAB.id))?.note?.noteId).toBe(NOTE_ID);
  });
});

describe('a pause or a deletion in the middle of a report', () => {
  const CALLS = {
    pause: ['settings.change', { patch: { paused: true } }],
    deletion: ['everything.delete', {}],
  } as const;

  /** Makes the call as soon as the report says that it has stored something: more of it is still to come. */
  async function interrupt(call: keyof typeof CALLS) {
    const background = await startBackgroundUnderTest();
    const { services } = background;
    const [name, input] = CALLS[call];
    let answered: Promise<unknown> | undefined;
    const record = services.emit;
    Object.assign(services, {
      emit: async (...event: Parameters<typeof record>) => {
        await record(...event);
        if (event[0] !== 'note.changed' || answered) return;
        answered = background.call(name, input);
        await answered;
        atAnswer = await background.readAll();
      },
    });
    let atAnswer: Record<string, unknown[]> | undefined;
    await background.reportPage({ initialState: toInitialState(), commentsEnd: 'end-marker' });
    return { atAnswer, after: await background.readAll() };
  }

  it('lets nothing in behind a pause', async () => {
    const { atAnswer, after } = await interrupt('pause');
    expect(atAnswer?.['notes']).toHaveLength(1);
    expect(after).toEqual(atAnswer);
  });

  it('lets nothing in behind a deletion', async () => {
    const { atAnswer, after } = await interrupt('deletion');
    expect(atAnswer).toEqual({});
    expect(after).toEqual({});
  });

  it('is answered only when what was being stored is stored', async () => {
    const connection = createConnection(`test-${crypto.randomUUID()}`);
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow: typeof connection = {
      ...connection,
      write: async (write) => {
        order.push('begun');
        await held;
        const value = await connection.write(write);
        order.push('stored');
        return value;
      },
    };
    const background = await startBackgroundUnderTest({ connection: slow });
    const report = background.reportCapture(COMMENTS);
    await vi.waitFor(() => expect(order).toEqual(['begun']));
    const pause = background
      .call('settings.change', { patch: { paused: true } })
      .then(() => order.push('answered'));
    await vi.waitFor(async () => expect((await readSettings()).paused).toBe(true));
    release();
    await Promise.all([report, pause]);
    expect(order).toEqual(['begun', 'stored', 'answered']);
  });
});

describe('a kind that is off', () => {
  it('leaves nothing behind, and is stored once it is on', async () => {
    const background = await startBackgroundUnderTest();
    await background.reportCapture(FEED);
    expect(await background.readAll()).toEqual({});

    const capture = { ...DEFAULT_SETTINGS.capture, feeds: true, notes: false };
    await background.call('settings.change', { patch: { capture } });
    await background.reportCapture(FEED);
    await background.reportCapture(COMMENTS);
    const stored = await background.readAll();
    expect(stored['notes']).toMatchObject([{ noteId: NOTE_ID, title: 'a card' }]);
    expect(stored['comments']).toBeUndefined();
  });
});

describe('senders', () => {
  const call = { agreed: true, capture: DEFAULT_SETTINGS.capture };

  it.each([
    ['another extension', pageSender({ id: 'b'.repeat(32) })],
    ['our content script in a page of the site', siteSender()],
    [
      'a page that names our address in its own',
      pageSender({ url: 'https://evil.test/?chrome-extension://x' }),
    ],
    ['nobody', {}],
  ])('that are not our own pages may ask nothing: %s', async (_who, sender) => {
    const background = await startBackgroundUnderTest({ consent: false });

    expect(await background.call('consent.answer', call, sender)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it.each([
    ['another site', siteSender({ url: 'https://www.xiaohongshu.com.evil.test/' })],
    ['a frame within the page', siteSender({ frameId: 3 })],
    ['a page of ours', pageSender()],
    ['another extension', siteSender({ id: 'c'.repeat(32) })],
    ['a page without a tab', siteSender({ tab: undefined })],
  ])('that are no page of the site may report nothing: %s', async (_who, sender) => {
    const background = await startBackgroundUnderTest();
    const answer = await background.report('capture.report', { ...COMMENTS }, sender);

    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await background.readAll()).toEqual({});
  });

  it('of the site reach only what they may report', async () => {
    const background = await startBackgroundUnderTest();

    for (const name of ['export.start', 'everything.delete', 'toString', '__proto__']) {
      expect(await background.report(name, {})).toMatchObject({ error: { code: 'invalid-input' } });
    }
  });

  it('may not send what is too long or of another type', async () => {
    const background = await startBackgroundUnderTest();

    for (const body of ['x'.repeat(9_000_000), 7, null, { text: 'x' }]) {
      expect(await background.reportCapture({ body })).toMatchObject({ error: { code: 'invalid-input' } });
    }
    expect(await background.readAll()).toEqual({});
  });
});
