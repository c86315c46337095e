import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { RestoreState } from '../../src/model/backup/backup-file';
import { openStaging, STAGING_NAME } from '../../src/storage/backup/staging';
import { DATABASE_VERSION } from '../../src/storage/schema';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { detailSeries, noteOf } from '../support/providers/fake-series';
import { ENTRY, note } from '../support/stored-rows';
import { waitFor } from '../support/wait-for';

const DAY = 86_400_000;
const price = { currency: 'USD', amount: 0.01 } as const;
const REACHED = { ok: false, error: { code: 'budget-reached' } };

let background: BackgroundUnderTest;

/** A background under whose daily budget two calls fit. */
async function start(connection?: BackgroundUnderTest['connection']): Promise<void> {
  background = await startBackgroundUnderTest({
    ...(connection ? { connection } : {}),
    providers: {
      series: [detailSeries('tikhub-app-v2')],
      answer: (url) => ({ payload: { note: noteOf(url.searchParams.get('noteId') ?? '') } }),
    },
  });
  const { providers } = await background.services.settings();
  const changed = { ...providers, enteredPrices: { tikhub: price }, dailyBudget: { USD: 0.02 } };
  await background.call('settings.change', { patch: { providers: changed } });
  await background.call('credential.save', { family: 'tikhub', key: 'k-0123456789', region: 'world' });
}

const askFor = (noteId: string) => background.call('note.enrich', { noteId, agreed: true });

const entryAt = (at: number) => ({
  ...ENTRY,
  entryId: `${String(at).padStart(13, '0')}-00000`,
  at,
  price,
});

async function restore(
  mode: RestoreState['mode'],
  store: string,
  row: Record<string, unknown>,
): Promise<void> {
  const staging = await openStaging(DATABASE_VERSION);
  await staging.put([[store as 'notes', row]]);
  await staging.finish();
  const started = await background.call('restore.start', { mode, total: 1, skipped: 0 });
  expect(started).toMatchObject({ ok: true });
  const findState = async () =>
    ((await background.call('restore.find', {})) as { value: RestoreState | null }).value?.state;
  await waitFor(async () => ((await findState()) === 'done' ? true : undefined), { what: 'restored' });
}

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(STAGING_NAME);
  await start();
});

it('keeps what was spent under the budgets when a backup replaces everything', async () => {
  for (const noteId of ['n1', 'n2']) expect(await askFor(noteId)).toMatchObject({ ok: true });
  expect(await askFor('n3')).toMatchObject(REACHED);
  const longAgo = background.services.now() - 40 * DAY;
  await background.connection.write((transaction) =>
    transaction.objectStore('ledger').put(entryAt(longAgo) as never),
  );
  await restore('replace', 'notes', { ...note('n9') });
  const { ledger = [], notes } = await background.readAll();
  expect(notes).toEqual([note('n9')]);
  expect(ledger.filter((row) => (row as { billed: boolean }).billed)).toHaveLength(2);
  expect(ledger).not.toContainEqual(expect.objectContaining({ at: longAgo }));
  expect(await askFor('n3')).toMatchObject(REACHED);

  background.kill();
  await start(background.connection);
  expect(await askFor('n4')).toMatchObject(REACHED);
});

it('counts what a backup says was spent today at once, in the life of the background that restores it', async () => {
  expect(await askFor('n1')).toMatchObject({ ok: true });
  await restore('merge', 'ledger', entryAt(background.services.now() - 1));
  expect(await askFor('n2')).toMatchObject(REACHED);
});
