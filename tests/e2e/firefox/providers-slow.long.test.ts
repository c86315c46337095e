/**
 * An answer that takes longer than an event page lives by itself (30 s: measured, Firefox 153). Puppeteer is attached to
 * tabs alone, so nothing but the extension keeps its event page: the last test sees it end.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';
import { withProviderAccess } from '../../support/with-provider-access';
import { findNote } from '../steps/find-note';
import { compareCalls, compareLedgerRows, readLedgerRows } from '../steps/read-ledger-rows';

const DETAIL = 'app_v2/get_image_note_detail';
const SLOW_MS = 45_000;

let replica: Replica;
let access: ReturnType<typeof withProviderAccess>;
let firefox: RunningFirefox;

beforeAll(async () => {
  access = withProviderAccess(await buildExtension('firefox'));
  replica = await startReplica({});
  firefox = await launchFirefox({ replica, extensionDir: access.dir });
  const capture = { notes: true, authors: true, feeds: false, searches: false, notifications: false };
  await send('consent.answer', { agreed: true, capture });
  const key = replica.providerKey('tikhub').value;
  expect(await send('credential.save', { family: 'tikhub', key, region: 'world' })).toMatchObject({
    ok: true,
  });
  replica.providerFaults.endpoints[DETAIL] = { latencyMs: SLOW_MS };
});

afterAll(async () => {
  await firefox?.close();
  await replica?.close();
  access?.remove();
});

/** What was asked about notes; prices are looked up beside it. */
const asked = () =>
  replica.providerCalls.filter(({ series }) => series !== 'account').map(({ endpoint }) => endpoint);

const toCall = (name: string, input: object) =>
  `browser.runtime.sendMessage(${JSON.stringify({ to: 'background', name, input })})`;
const send = (name: string, input: object) => firefox.extension.evaluate(toCall(name, input));
const readState = () =>
  firefox.extension.evaluateInBrowser(
    `WebExtensionPolicy.getByID(${JSON.stringify(firefox.extension.addonId)}).extension.backgroundState`,
  );
/** Looks into the database; the event page is asked for nothing. */
const readSource = async (noteId: string) => {
  const stores = await firefox.extension.readDatabase('hongshu-companion');
  const notes = (stores?.['notes'] ?? []) as {
    noteId: string;
    observed: Record<string, { source: string }>;
  }[];
  return notes.find((note) => note.noteId === noteId)?.observed['counts.likes']?.source;
};

test(
  'an answer after 45 seconds arrives though nobody waits for it, and is billed once',
  { timeout: 120_000 },
  async () => {
    const { noteId } = findNote(replica, 'tea');
    await firefox.extension.evaluate(`void ${toCall('note.enrich', { noteId, agreed: true })}`);
    await waitFor(() => asked().length === 1, { what: 'the provider to be asked' });
    const askedAt = Date.now();
    await waitFor(async () => (await readSource(noteId)) === 'tikhub-app-v2', {
      what: 'the answer to be stored',
      timeoutMs: SLOW_MS + 20_000,
      everyMs: 1_000,
    });
    expect(Date.now() - askedAt).toBeGreaterThan(SLOW_MS - 5_000);
    expect(asked()).toEqual([DETAIL]);
    expect(replica.billedCalls().count).toBe(1);
  },
);

test('and reaches the page that waits for it', { timeout: 120_000 }, async () => {
  const { noteId } = findNote(replica, 'livephoto');
  const answer = await send('note.enrich', { noteId, agreed: true });
  expect(answer).toMatchObject({
    ok: true,
    value: { runs: [{ provider: 'tikhub-app-v2', billedCalls: 1 }] },
  });
  expect(replica.billedCalls().count).toBe(2);
});

test('the event page ends by itself once nothing is under way', { timeout: 120_000 }, async () => {
  expect(await readState()).toBe('running');
  const gone = { what: 'the event page to end by itself', timeoutMs: 90_000, everyMs: 500 };
  await waitFor(async () => (await readState()) === 'stopped', gone);
});

test('what was written down is what the vendor knows', async () => {
  const rows = await readLedgerRows(firefox.extension.evaluate);
  expect(compareLedgerRows(rows)).toEqual(compareCalls(replica.providerCalls));
  expect(await firefox.extension.listErrors()).toEqual([]);
});
