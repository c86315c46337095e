/** Keeping what providers found: notes, people, topics, each with its source and time; only where things may be stored. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';

const USER_ID = '68' + '7'.padStart(22, '0');
const OBSERVED = { source: 'tikhub-app-v2', via: '/api/v1/xiaohongshu/app_v2/search_users', at: NOW - 5 };
const PERSON = {
  id: { kind: 'site', value: USER_ID },
  fields: { nickname: 'Somebody', redId: '77', place: '浙江' },
  counts: { fans: { raw: '1.2万', value: 12_000, approximate: true } },
};
const TOPIC = { topicId: '68' + '9'.padStart(22, '0'), name: 'tea' };
const NOTE = { noteId: '68' + '3'.padStart(22, '0'), fields: { title: 'a note' }, counts: {} };

type Background = Awaited<ReturnType<typeof startBackgroundUnderTest>>;
const storesOf = async (background: Background) => (await background.readAll()) as Record<string, object[]>;

beforeEach(() => fakeBrowser.reset());

describe('library.save', () => {
  it('keeps people, field by field with who told it, and tells the pages', async () => {
    const background = await startBackgroundUnderTest();
    const masked = { ...PERSON, id: { kind: 'masked', value: 'a68' } };
    const answer = await background.call('library.save', {
      authors: [PERSON, masked],
      observation: OBSERVED,
    });
    expect(answer).toEqual({ ok: true, value: { saved: 2 } });
    const { authors } = await storesOf(background);
    expect(authors).toHaveLength(2);
    expect(authors).toContainEqual(
      expect.objectContaining({
        id: PERSON.id,
        nickname: 'Somebody',
        redId: '77',
        place: '浙江',
        counts: PERSON.counts,
        lastSeenAt: OBSERVED.at,
        observed: expect.objectContaining({ nickname: OBSERVED, 'counts.fans': OBSERVED }),
      }),
    );
    expect(background.events.map(({ payload }) => payload)).toEqual([
      { authorKey: `site:${USER_ID}` },
      { authorKey: 'masked:a68' },
    ]);
  });

  it('keeps a topic, and lets it be forgotten', async () => {
    const background = await startBackgroundUnderTest();
    await background.call('library.save', { topic: TOPIC, observation: OBSERVED });
    expect((await storesOf(background))['topics']).toEqual([
      { ...TOPIC, observed: OBSERVED, firstSeenAt: OBSERVED.at, lastSeenAt: OBSERVED.at },
    ]);
    await background.call('topic.forget', { topicId: TOPIC.topicId });
    expect((await storesOf(background))['topics'] ?? []).toEqual([]);
    expect(background.events.map(({ name }) => name)).toEqual(['topic.changed', 'stored.removed']);
  });

  it('counts everything it keeps, and puts no time into the future', async () => {
    const background = await startBackgroundUnderTest();
    const later = { ...OBSERVED, at: NOW + 9_000 };
    const answer = await background.call('library.save', {
      notes: [NOTE],
      authors: [PERSON],
      topic: TOPIC,
      observation: later,
    });
    expect(answer).toEqual({ ok: true, value: { saved: 3 } });
    expect((await storesOf(background))['notes']).toMatchObject([{ noteId: NOTE.noteId, lastSeenAt: NOW }]);
  });

  it('keeps nothing while paused, before the welcome page is answered, or from a source it does not know', async () => {
    const paused = await startBackgroundUnderTest();
    await paused.call('settings.change', { patch: { paused: true } });
    const input = { authors: [PERSON], topic: TOPIC, observation: OBSERVED };
    expect(await paused.call('library.save', input)).toMatchObject({ error: { code: 'paused' } });
    fakeBrowser.reset();
    const unasked = await startBackgroundUnderTest({ consent: false });
    expect(await unasked.call('library.save', input)).toMatchObject({ error: { code: 'consent-missing' } });
    fakeBrowser.reset();
    const background = await startBackgroundUnderTest();
    const foreign = { ...input, observation: { ...OBSERVED, source: 'page' } };
    expect(await background.call('library.save', foreign)).toMatchObject({
      error: { code: 'invalid-input' },
    });
    for (const one of [paused, unasked, background])
      expect(Object.values(await storesOf(one)).flat()).toEqual([]);
  });
});
