import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { autoEnrich } from '../../../src/background/providers/auto-enrich';
import { createConnection } from '../../../src/storage/database';
import { NOW } from '../../support/background/background-under-test';
import { NOTE_ID, toInitialState } from '../../support/background/invented-note';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { FULL, V2, paths, start } from './enriching-background';
import type { Background } from './enriching-background';

beforeEach(() => fakeBrowser.reset());

describe('an open note', () => {
  const open = async (background: Background, noteId = NOTE_ID) => {
    const url = `https://www.xiaohongshu.com/explore/${noteId}?xsec_token=T`;
    await background.reportPage({ url, initialState: toInitialState(noteId) });
  };
  const isOn = { autoEnrich: { isOn: true, dailyCap: 2 } };

  it('is asked for by itself only when that is switched on', async () => {
    const background = await start();
    await open(background);
    await expect.poll(async () => (await background.readAll())['notes']).toHaveLength(1);
    expect(paths(background)).toEqual([]);
    background.kill();

    const on = await start(undefined, isOn);
    await open(on);
    await expect.poll(() => paths(on)).toEqual([V2]);
    await expect.poll(async () => (await on.readAll())['notes']).toMatchObject([{ place: '上海' }]);
    await open(on);
    expect(paths(on)).toEqual([V2]);
  });

  it('is asked for so often a day and no more, whichever worker asks', async () => {
    const connection = createConnection(`enriching-${crypto.randomUUID()}`);
    const note = ({ searchParams }: URL): FakeAnswer => ({
      payload: { note: { ...FULL, noteId: searchParams.get('noteId') ?? '' } },
    });
    const ids = ['66aa0000000000000100000a', '66aa0000000000000100000b', '66aa0000000000000100000c'] as const;
    const background = await start(note, {}, connection);
    for (const id of ids) await open(background, id);
    background.kill();

    const first = await start(note, isOn, connection);
    for (const id of ids.slice(0, 2)) await autoEnrich(first.services, id);
    expect(paths(first)).toEqual([V2, V2]);
    first.kill();
    const next = await start(note, isOn, connection);
    await autoEnrich(next.services, ids[2]);
    expect(paths(next)).toEqual([]);

    next.line.clock.set(NOW + 2 * 86_400_000);
    await autoEnrich(next.services, ids[2]);
    expect(paths(next)).toEqual([V2]);
  });

  it('is asked for in vain once a day, also by the next worker', async () => {
    const connection = createConnection(`enriching-${crypto.randomUUID()}`);
    const refuse = (): FakeAnswer => ({ fail: { kind: 'upstream-failed', billed: true, status: 200 } });
    const background = await start(refuse, isOn, connection);
    await open(background);
    // What was charged for and failed is asked of one other.
    await expect.poll(() => paths(background)).toHaveLength(2);
    const asked = paths(background);
    await open(background);
    await autoEnrich(background.services, NOTE_ID);
    expect(paths(background)).toEqual(asked);
    background.kill();
    const next = await start(refuse, isOn, connection);
    await autoEnrich(next.services, NOTE_ID);
    expect(paths(next)).toEqual([]);
  });

  it('is not asked for by itself at a price that nobody knows', async () => {
    const background = await start(undefined, { enteredPrices: {} });
    await open(background);
    const change = async (changes: object) => {
      const { providers } = await background.services.settings();
      await background.call('settings.change', { patch: { providers: { ...providers, ...changes } } });
      await autoEnrich(background.services, NOTE_ID);
    };
    await change(isOn);
    expect(paths(background)).toEqual([]);
    await change({ enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } } });
    expect(paths(background)).toEqual([V2]);
  });
});
