import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createTabTracker } from '../../../src/background/pages/tab-tracker';
import type { TabPage } from '../../../src/model/page-state';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import type { Settings } from '../../../src/model/settings';

const page: TabPage = {
  tabId: 7,
  windowId: 1,
  url: 'https://www.xiaohongshu.com/explore/0123456789abcdef01234567?xsec_token=AB&xsec_source=',
  ref: {
    kind: 'note',
    host: 'www.xiaohongshu.com',
    noteId: '0123456789abcdef01234567',
    via: 'explore',
    xsecToken: 'AB',
    xsecSource: '',
  },
  note: { noteId: '0123456789abcdef01234567', xsecToken: 'AB', xsecSource: '', shownAs: 'page' },
  viewer: { loggedIn: true },
  missing: [],
  updatedAt: 1,
};

/** The browser gives objects back with their keys in the order of the alphabet (measured, Chromium 156). */
async function sortStoredKeys(): Promise<void> {
  const sort = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sort(inner)]),
        );
  const stored = (await fakeBrowser.storage.session.get(null)) as Record<string, unknown>;
  await fakeBrowser.storage.session.set(sort(stored) as Record<string, unknown>);
}

describe('what is known of a tab', () => {
  beforeEach(() => fakeBrowser.reset());

  test('changes when something changes, not when it is said again', async () => {
    const onChanged = vi.fn(() => Promise.resolve());
    const settings = { ...DEFAULT_SETTINGS, consent: { answeredAt: 1, textVersion: 1 } };
    const tracker = createTabTracker({ settings: () => Promise.resolve(settings), onChanged });
    await tracker.update(7, () => page);
    expect(onChanged).toHaveBeenCalledTimes(1);
    await sortStoredKeys();
    await tracker.update(7, () => ({ ...page, updatedAt: 2 }));
    expect(onChanged).toHaveBeenCalledTimes(1);
    await tracker.update(7, () => ({ ...page, viewer: { loggedIn: false }, updatedAt: 3 }));
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  test('is forgotten with all others even if it was just being changed', async () => {
    const settings = { ...DEFAULT_SETTINGS, consent: { answeredAt: 1, textVersion: 1 } };
    let answer: (settings: Settings) => void = () => undefined;
    const asked = new Promise<Settings>((resolve) => (answer = resolve));
    const tracker = createTabTracker({ settings: () => asked, onChanged: () => Promise.resolve() });
    const changing = tracker.update(7, () => page);
    const forgetting = tracker.forgetAll();
    await fakeBrowser.storage.session.get(null);
    answer(settings);
    await Promise.all([changing, forgetting]);
    expect(await tracker.find(7)).toBeUndefined();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});
