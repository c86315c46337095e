import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { LinkRead } from '../../../src/model/providers/operation-output';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import { AUTHOR_ID, NOTE_ID, toInitialState } from '../../support/background/invented-note';
import { createFakeSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';

const SHORT = 'https://xhslink.com/m/Invented1';
const TOKEN = 'ABinventedTokenOfTheLink=';

/** A series that answers for a note only with its token. */
const wantsToken = createFakeSeries('tikhub-web-v3', {
  'note.detail': [
    fakeEndpoint('note.detail', '/detail', ({ xsecToken }) => (xsecToken ? undefined : 'xsec-token')),
  ],
});

async function start(link: LinkRead = {}) {
  const background = await startBackgroundUnderTest({
    providers: {
      series: [
        createFakeSeries('tikhub-app', { 'link.resolve': [fakeEndpoint('link.resolve', '/resolve')] }),
        wantsToken,
      ],
      answer: ({ pathname }) => ({ payload: pathname === '/detail' ? { note: noteOf(NOTE_ID) } : link }),
    },
  });
  await background.call('credential.save', { family: 'tikhub', key: 'tikhub-key', region: 'world' });
  return background;
}

const resolve = (background: Awaited<ReturnType<typeof start>>) =>
  background.call('link.resolve', { text: SHORT, agreed: true });

beforeEach(() => fakeBrowser.reset());

describe('where a short link leads', () => {
  it.each([
    [
      'a note, by its id and token',
      { noteId: NOTE_ID, xsecToken: TOKEN },
      { kind: 'note', noteId: NOTE_ID, xsecToken: TOKEN },
    ],
    ['a person, by their id', { userId: AUTHOR_ID }, { kind: 'author', userId: AUTHOR_ID }],
    [
      'a note, by its address',
      {
        url: `https://www.xiaohongshu.com/discovery/item/${NOTE_ID}?xsec_token=${TOKEN}&xsec_source=app_share`,
      },
      { kind: 'note', noteId: NOTE_ID, xsecToken: TOKEN, xsecSource: 'app_share' },
    ],
    [
      'a person, by the address of their page',
      { url: `https://www.xiaohongshu.com/user/profile/${AUTHOR_ID}` },
      { kind: 'author', userId: AUTHOR_ID },
    ],
  ] as const)('%s', async (_what, link, ref) => {
    const background = await start(link);
    expect(await resolve(background)).toMatchObject({
      ok: true,
      value: { ref, run: { provider: 'tikhub-app', billedCalls: 1 } },
    });
  });

  it.each([
    ['nothing at all', {}],
    ['a page of the site that is neither', { url: 'https://www.xiaohongshu.com/explore' }],
    ['another site', { url: `https://example.com/explore/${NOTE_ID}` }],
  ])('is not said when it is %s', async (_what, link) => {
    const background = await start(link);
    expect(await resolve(background)).toMatchObject({ error: { code: 'nothing-found' } });
  });

  it('is asked for once, and nothing of it is kept but the answer, the token and the ledger', async () => {
    const background = await start({ noteId: NOTE_ID, xsecToken: TOKEN });
    await resolve(background);
    await resolve(background);
    expect(background.line.sent).toHaveLength(1);
    const { responses, ledger, notes, ...others } = await background.readAll();
    expect(responses).toHaveLength(1);
    expect(ledger).toMatchObject([
      { operation: 'link.resolve', billed: true },
      { operation: 'link.resolve', cached: 'own', billed: false },
    ]);
    expect(notes).toMatchObject([
      { noteId: NOTE_ID, tokens: [{ xsecToken: TOKEN, from: '/resolve' }], counts: {}, observed: {} },
    ]);
    expect(others).toEqual({});
  });

  it('brings the token without which some do not answer for the note', async () => {
    const background = await start({ noteId: NOTE_ID, xsecToken: TOKEN });
    const enrich = () => background.call('note.enrich', { noteId: NOTE_ID, agreed: true });
    expect(await enrich()).toMatchObject({ error: { code: 'no-provider' } });
    await resolve(background);
    expect(await enrich()).toMatchObject({ value: { runs: [{ provider: 'tikhub-web-v3' }] } });
    const asked = background.line.sent.map(({ url }) => new URL(url)).at(-1);
    expect(asked?.searchParams.get('xsecToken')).toBe(TOKEN);
  });

  it('leaves nothing of a note behind where no notes are kept', async () => {
    const background = await start({ noteId: NOTE_ID, xsecToken: TOKEN });
    const { capture } = await background.services.settings();
    await background.call('settings.change', { patch: { capture: { ...capture, notes: false } } });
    await resolve(background);
    expect(Object.keys(await background.readAll()).sort()).toEqual(['ledger', 'responses']);
  });

  it('is not asked for while paused', async () => {
    const background = await start({ noteId: NOTE_ID });
    await background.call('settings.change', { patch: { paused: true } });
    expect(await resolve(background)).toMatchObject({ error: { code: 'paused' } });
    expect(background.line.sent).toEqual([]);
  });
});

describe('an id that stands alone', () => {
  const open = async (background: Awaited<ReturnType<typeof start>>, text: string) => {
    const answer = (await background.call('link.open', { text })) as { value: { url: string } };
    return new URL(answer.value.url).pathname;
  };

  it('is taken for a note’s, of which nobody of that id is known', async () => {
    const background = await start();
    expect(await open(background, AUTHOR_ID)).toBe(`/explore/${AUTHOR_ID}`);
  });

  it('opens the page of whoever wrote a note that is kept', async () => {
    const background = await start();
    await background.reportPage({ initialState: toInitialState() });
    expect(await open(background, ` ${AUTHOR_ID.toUpperCase()} `)).toBe(`/user/profile/${AUTHOR_ID}`);
    expect(await open(background, NOTE_ID)).toBe(`/explore/${NOTE_ID}`);
  });

  it('opens the page of someone whose profile is kept', async () => {
    const background = await start();
    const observed = { source: 'tikhub-app', via: '/profile', at: 1 };
    await background.services.connection.write(async (transaction) => {
      await transaction.objectStore('authors').put(
        {
          id: { kind: 'site', value: AUTHOR_ID },
          counts: {},
          observed: { nickname: observed },
          firstSeenAt: 1,
          lastSeenAt: 1,
        },
        `site:${AUTHOR_ID}`,
      );
    });
    expect(await open(background, AUTHOR_ID)).toBe(`/user/profile/${AUTHOR_ID}`);
  });
});
