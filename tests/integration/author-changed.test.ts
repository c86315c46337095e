import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { takeSightings } from '../../src/background/sightings/take-sightings';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import { AUTHOR_ID } from '../support/background/invented-note';

beforeEach(() => fakeBrowser.reset());

describe('a person’s page that was opened', () => {
  it.each([
    ['is told to open pages when it is kept', true, [{ authorKey: `site:${AUTHOR_ID}` }]],
    ['is no news when such pages are not kept', false, []],
  ] as const)('%s', async (_what, authors, told) => {
    const background = await startBackgroundUnderTest();
    await background.call('settings.change', {
      patch: { capture: { ...DEFAULT_SETTINGS.capture, authors } },
    });
    await takeSightings(background.services, {
      sightings: {
        authors: [{ id: { kind: 'site', value: AUTHOR_ID }, fields: { nickname: 'writer' }, counts: {} }],
      },
      kind: 'authors',
      via: 'profile',
      at: 1,
      host: 'www.xiaohongshu.com',
      viewerId: undefined,
    });
    const events = background.events.filter(({ name }) => name === 'author.changed');
    expect(events.map(({ payload }) => payload)).toEqual(told);
    expect(((await background.readAll())['authors'] ?? []).length).toBe(told.length);
  });
});
