import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';

let background: BackgroundUnderTest;
const failAsking = () =>
  Object.assign(background.services, { askPage: () => Promise.reject(new TypeError('no such tab')) });
const listProblems = async () =>
  ((await background.call('problem.list', {})) as { value: { code: string; where: string }[] }).value;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
  await background.reportPage();
});

describe('a page that fails in a way nobody expects', () => {
  it('does not make a change of settings fail that is made, and is kept as a problem', async () => {
    failAsking();
    const patch = { paused: true };
    expect(await background.call('settings.change', { patch })).toMatchObject({ ok: true, value: patch });

    expect(background.badges.get(TAB.id)).toBe('❚❚');
    expect(background.events).toContainEqual({ name: 'settings.changed', payload: {} });
    expect(await listProblems()).toMatchObject([{ code: 'unexpected', where: 'page' }]);
  });

  it('is kept as a problem where nobody waits for it', async () => {
    failAsking();
    expect(await background.reportPage({ wantsLook: true })).toMatchObject({ ok: true });
    await vi.waitFor(async () =>
      expect(await listProblems()).toMatchObject([{ code: 'unexpected', where: 'page' }]),
    );
  });
});
