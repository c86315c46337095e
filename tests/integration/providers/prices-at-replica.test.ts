/** How the questions for prices stand in the ledger, and that no more of them are sent than are promised. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { LedgerEntry } from '../../../src/model/providers/ledger';
import { PROVIDER_SERIES } from '../../../src/providers/registry';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { ask } from '../../unit/replica/ask';

const HOUR = 3_600_000;
const PRICE_PATH = '/api/v1/tikhub/user/get_endpoint_info';
const IMAGE_PATH = '/api/v1/xiaohongshu/app_v2/get_image_note_detail';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
  replica.providerKey('tikhub').limits.perSecond = Infinity;
});
beforeEach(() => {
  fakeBrowser.reset();
  replica.clearRecords();
});
afterAll(() => replica.close());

const key = () => replica.providerKey('tikhub').value;

const start = (connection?: BackgroundUnderTest['connection']) =>
  startBackgroundUnderTest({
    ...(connection ? { connection } : {}),
    providers: {
      series: PROVIDER_SERIES,
      answer: async ({ href }) => {
        const reply = await ask(replica, href, { headers: { authorization: `Bearer ${key()}` } });
        return JSON.parse(reply.text) as FakeAnswer;
      },
    },
  });

const listLookUps = async (background: BackgroundUnderTest) =>
  ((await background.readAll())['ledger'] as LedgerEntry[]).filter(
    ({ operation }) => operation === 'account.price',
  );

const enrich = async (background: BackgroundUnderTest, key: string) => {
  const noteId = replica.world.findNote(key)?.noteId ?? '';
  const given = await background.call('note.enrich', { noteId, agreed: true });
  expect(given).toMatchObject({ ok: true });
};

it('is in the ledger once for each endpoint and day, as a call whose price nobody knows', async () => {
  const background = await start();
  await background.call('credential.save', { family: 'tikhub', key: key(), region: 'world' });
  await background.call('credential.test', { family: 'tikhub', agreed: true });
  const sent = () => replica.providerCalls.filter(({ path }) => path === PRICE_PATH);
  // Every endpoint that is asked first for something, which the catalogue of prices need not know.
  const listEndpoints = () => sent().map(({ query }) => query['endpoint']);
  await expect.poll(() => listEndpoints().length).toBeGreaterThan(10);
  await expect.poll(listEndpoints).toContain(IMAGE_PATH);
  const countRepeated = () => listEndpoints().length - new Set(listEndpoints()).size;
  expect(countRepeated()).toBe(0);
  // The last of them may be under way.
  const answered = (await listLookUps(background)).filter(({ reason }) => reason !== 'unanswered');
  expect(answered.length).toBeGreaterThan(9);
  for (const entry of answered) {
    expect(entry).toMatchObject({ family: 'tikhub', endpoint: PRICE_PATH, outcome: 'ok', billed: true });
    expect(entry.price).toBeUndefined();
  }

  // The browser is closed and opened again on the same day, and a key is tested once more.
  background.kill();
  await fakeBrowser.storage.session.clear();
  const again = await start(background.connection);
  again.line.clock.set(background.line.clock.now() + 23 * HOUR);
  await again.call('credential.test', { family: 'tikhub', agreed: true });
  await enrich(again, 'tea');
  const balances = ((await again.readAll())['ledger'] as LedgerEntry[]).filter(
    ({ operation }) => operation === 'account.balance',
  );
  expect(balances).toHaveLength(2);
  expect(countRepeated()).toBe(0);

  again.line.clock.set(background.line.clock.now() + 25 * HOUR);
  await enrich(again, 'video');
  await expect.poll(countRepeated).toBe(1);
});
