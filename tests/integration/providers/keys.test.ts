import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { LedgerEntry } from '../../../src/model/providers/ledger';
import type { RunReport } from '../../../src/model/providers/run';
import type { FamilyState } from '../../../src/model/providers/provider-state';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { FakeProviders } from '../../support/background/fake-providers';
import { createFakeSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';

const KEY = { family: 'tikhub', key: 'tikhub-SECRET-9876', region: 'world' } as const;
const tikhub = createFakeSeries('tikhub-app-v2', {
  'note.detail': [fakeEndpoint('note.detail', '/api/v1/xiaohongshu/app_v2/get_image_note_detail')],
  'account.balance': [fakeEndpoint('account.balance', '/api/v1/tikhub/user/get_user_info')],
  'account.price': [fakeEndpoint('account.price', '/api/v1/tikhub/user/get_endpoint_info')],
});
const justoneapi = createFakeSeries('justoneapi', {
  'note.detail': [fakeEndpoint('note.detail', '/just/detail')],
  'search.notes': [fakeEndpoint('search.notes', '/just/search')],
});
const IMAGE = '/api/v1/xiaohongshu/app_v2/get_image_note_detail';
const ANSWERS: Record<string, FakeAnswer> = {
  '/api/v1/xiaohongshu/app_v2/get_image_note_detail': { payload: { note: noteOf('n1') } },
  '/api/v1/tikhub/user/get_user_info': { payload: { currency: 'USD', amount: 3, freeAmount: 0 } },
  '/api/v1/tikhub/user/get_endpoint_info': { payload: { currency: 'USD', amount: 0.02 } },
  '/just/detail': { payload: { note: noteOf('n1') } },
  '/just/search': { payload: { notes: [] } },
};

const start = (answers: Record<string, FakeAnswer> = {}, more: Partial<FakeProviders> = {}) =>
  startBackgroundUnderTest({
    providers: {
      series: [tikhub, justoneapi],
      answer: ({ pathname }) => answers[pathname] ?? ANSWERS[pathname] ?? {},
      ...more,
    },
  });
type Background = Awaited<ReturnType<typeof start>>;

async function valueOf<Value>(answer: Promise<unknown>): Promise<Value> {
  const given = await answer;
  expect(given).toMatchObject({ ok: true });
  return (given as { value: Value }).value;
}
const find = async (background: Background, family: string): Promise<FamilyState | undefined> =>
  (await valueOf<FamilyState[]>(background.call('provider.list', {}))).find((one) => one.family === family);
const paths = ({ line }: Background) => line.sent.map(({ url }) => new URL(url).pathname);
const enrich = (background: Background, noteId = 'n1') =>
  background.call('note.enrich', { noteId, agreed: true });

/** A vault that is not locked, in which no login lies aside. */
const OPEN = { isLocked: false, holdsOwnLogin: false };

beforeEach(() => fakeBrowser.reset());

interface Tested {
  readonly state: FamilyState;
  readonly passed: boolean;
}

describe('a key', () => {
  it('is not taken while the browser keeps the extension from the hosts', async () => {
    const background = await start({}, { hasAccess: false });
    expect(await background.call('credential.save', KEY)).toMatchObject({
      error: { code: 'provider-access-withheld' },
    });
    expect(await find(background, 'tikhub')).toMatchObject({ state: 'none', hasAccess: false });
  });

  it('makes its family ready and is shown by its last letters only', async () => {
    const background = await start();
    const state = await valueOf<FamilyState>(background.call('credential.save', KEY));
    expect(state).toMatchObject({ state: 'ready', maskedKey: '••••9876', region: 'world' });
    expect(state.series.map(({ provider, isOn }) => [provider, isOn])).toEqual([
      ['tikhub-app-v2', true],
      ['tikhub-app', true],
      ['tikhub-web-v3', true],
      ['tikhub-web-v2', false],
      ['tikhub-web', false],
    ]);
    expect(background.events.map(({ name }) => name)).toContain('providers.changed');
    expect(
      (await valueOf<FamilyState>(background.call('credential.remove', { family: 'tikhub' }))).state,
    ).toBe('none');
  });

  it.each(['bad key with spaces', 'abc', '密钥密钥密钥'])(
    'that cannot be one is refused: %s',
    async (key) => {
      const background = await start();
      expect(await background.call('credential.save', { ...KEY, key })).toMatchObject({
        error: { code: 'invalid-input' },
      });
    },
  );

  it('of TikHub is tested at a price nobody knows, shows the balance, and brings prices', async () => {
    const background = await start();
    await background.call('credential.save', KEY);
    const { state, passed } = await valueOf<Tested>(
      background.call('credential.test', { family: 'tikhub', agreed: false }),
    );
    expect(passed).toBe(true);
    expect(state.balance).toMatchObject({ currency: 'USD', amount: 3 });
    await expect
      .poll(async () =>
        valueOf(
          background.call('operation.estimate', {
            operation: 'note.detail',
            input: { noteId: 'n1' },
            calls: 2,
          }),
        ),
      )
      .toMatchObject({ cost: { USD: 0.04 } });
    expect(paths(background)).not.toContain('/api/v1/xiaohongshu/app_v2/get_image_note_detail');
    const { ledger } = await background.readAll();
    expect(ledger).toMatchObject([
      { operation: 'account.balance', billed: true },
      { operation: 'account.price', billed: true },
    ]);
    expect((ledger as LedgerEntry[]).map(({ price }) => price)).toEqual([undefined, undefined]);
  });

  it('of JustOneAPI costs a call to test, which is made only when that was agreed', async () => {
    const background = await start();
    await background.call('credential.save', { ...KEY, family: 'justoneapi', key: 'just-SECRET' });
    const untested = background.call('credential.test', { family: 'justoneapi', agreed: false });
    expect((await valueOf<Tested>(untested)).passed).toBe(false);
    expect(paths(background)).toEqual([]);
    const tested = background.call('credential.test', { family: 'justoneapi', agreed: true });
    expect((await valueOf<Tested>(tested)).passed).toBe(true);
    expect(paths(background)).toEqual(['/just/search']);
  });

  it('that the vendor refuses is out with the reason, until the user says it is mended', async () => {
    const broke: FakeAnswer = { fail: { kind: 'balance', billed: false, status: 402, requestId: 'r-402' } };
    const answers: Record<string, FakeAnswer> = { '/api/v1/xiaohongshu/app_v2/get_image_note_detail': broke };
    const background = await start(answers);
    await background.call('credential.save', KEY);
    await background.call('credential.save', { ...KEY, family: 'justoneapi', key: 'just-SECRET' });
    const { runs } = await valueOf<{ runs: { provider: string }[] }>(enrich(background));

    expect(runs.map(({ provider }) => provider)).toEqual(['justoneapi']);
    expect(await find(background, 'tikhub')).toMatchObject({
      state: 'out',
      out: { failure: { kind: 'balance', status: 402, requestId: 'r-402' } },
    });
    await enrich(background, 'n2');
    expect(paths(background).filter((path) => path.includes('app_v2'))).toHaveLength(1);

    delete answers['/api/v1/xiaohongshu/app_v2/get_image_note_detail'];
    expect((await valueOf<FamilyState>(background.call('provider.retry', { family: 'tikhub' }))).state).toBe(
      'ready',
    );
    await enrich(background, 'n3');
    expect(paths(background).filter((path) => path.includes('app_v2'))).toHaveLength(2);
  });

  it('refused at its test is an answer, not an error', async () => {
    const background = await start({
      '/api/v1/tikhub/user/get_user_info': { fail: { kind: 'auth', billed: false, status: 401 } },
    });
    await background.call('credential.save', KEY);
    const tested = await valueOf<Tested>(
      background.call('credential.test', { family: 'tikhub', agreed: false }),
    );
    expect(tested).toMatchObject({
      state: { state: 'out', out: { failure: { kind: 'auth' } } },
      passed: false,
    });
    const saved = await valueOf<FamilyState>(
      background.call('credential.save', { ...KEY, key: 'another-key-1234' }),
    );
    expect(saved).toMatchObject({ state: 'ready', maskedKey: '••••1234' });
    expect(saved.out).toBeUndefined();
  });

  it.each([
    ['forbidden', 403],
    ['server', 503],
    ['network', undefined],
  ] as const)('has not passed its test when the answer is %s', async (kind, status) => {
    const fail = { kind, billed: false, ...(status === undefined ? {} : { status }) };
    const background = await start({ '/api/v1/tikhub/user/get_user_info': { fail } });
    await background.call('credential.save', KEY);
    const testing = background.call('credential.test', { family: 'tikhub', agreed: true });
    expect(await valueOf<Tested>(testing)).toMatchObject({ passed: false });
  });

  it('of Parse.bot says how much of the plan is used', async () => {
    const parsebot = createFakeSeries('parsebot', {
      'note.detail': [fakeEndpoint('note.detail', '/parse/detail')],
    });
    const background = await startBackgroundUnderTest({
      providers: { series: [parsebot], answer: () => ({ payload: { note: noteOf('n1') } }) },
    });
    await background.call('credential.save', {
      ...KEY,
      family: 'parsebot',
      key: 'parse-SECRET',
      plan: 'hobby',
    });
    await enrich(background);
    const state = await find(background, 'parsebot');
    expect(state?.used).toEqual({
      thisMinute: 1,
      today: 1,
      thisMonth: 1,
      perMinute: 20,
      creditsPerMonth: 1_000,
    });
    expect(state?.spentToday).toEqual({ credit: 1 });
    const changed = await valueOf<FamilyState>(
      background.call('credential.change', { family: 'parsebot', patch: { plan: 'developer' } }),
    );
    expect(changed).toMatchObject({ plan: 'developer', used: { perMinute: 250, creditsPerMonth: 5_000 } });
    const bare = await valueOf<FamilyState>(
      background.call('credential.change', { family: 'parsebot', patch: { plan: null } }),
    );
    expect(bare).not.toHaveProperty('plan');
    expect(bare.maskedKey).toBe(changed.maskedKey);

    const other = { ...KEY, family: 'parsebot', key: 'another-parse-SECRET' };
    const fresh = await valueOf<FamilyState>(background.call('credential.save', other));
    expect(fresh.used).toMatchObject({ thisMonth: 0, today: 1, creditsPerMonth: 100 });
    const again = await valueOf<FamilyState>(
      background.call('credential.save', { ...other, key: 'parse-SECRET' }),
    );
    expect(again.used.thisMonth).toBe(1);
  });
});

describe('the vault', () => {
  const passphrase = 'a long passphrase';

  it('keeps keys from being used while it is locked', async () => {
    const background = await start();
    await background.call('credential.save', KEY);
    await background.call('vault.seal', { passphrase });
    expect(await valueOf(background.call('vault.find', {}))).toEqual({ ...OPEN, isSealed: true });
    await enrich(background);
    await background.call('vault.lock', {});

    expect(await enrich(background, 'n2')).toMatchObject({ error: { code: 'vault-locked' } });
    expect(await background.call('credential.save', { ...KEY, family: 'parsebot' })).toMatchObject({
      error: { code: 'vault-locked' },
    });
    const locked = await find(background, 'tikhub');
    expect(locked?.state).toBe('locked');
    expect(locked?.maskedKey).toBeUndefined();
    expect(await background.call('vault.unlock', { passphrase: 'a wrong passphrase' })).toMatchObject({
      error: { code: 'passphrase-wrong' },
    });
    expect(await background.call('vault.unlock', { passphrase })).toMatchObject({ ok: true });
    expect(await enrich(background, 'n2')).toMatchObject({ ok: true });
    expect(await background.call('vault.unseal', { passphrase })).toMatchObject({ ok: true });
    expect(await valueOf(background.call('vault.find', {}))).toEqual({ ...OPEN, isSealed: false });
  });
});

describe('keys of several families at once', () => {
  const FAMILIES = ['tikhub', 'justoneapi', 'parsebot'] as const;
  const parsebot = createFakeSeries('parsebot', {
    'author.profile': [fakeEndpoint('author.profile', '/parse/profile')],
    'note.detail': [fakeEndpoint('note.detail', '/parse/detail')],
  });
  const statesOf = async (background: Background) =>
    (await valueOf<FamilyState[]>(background.call('provider.list', {}))).map(({ state }) => state);

  it('are saved, tested, sealed, asked one after the other and removed, each by itself', async () => {
    const refused: FakeAnswer = { fail: { kind: 'bad-request', billed: false } };
    const background = await start(
      { [IMAGE]: refused, '/just/detail': refused, '/parse/detail': { payload: { note: noteOf('n1') } } },
      { series: [tikhub, justoneapi, parsebot] },
    );
    for (const family of FAMILIES) {
      await background.call('credential.save', { ...KEY, family, key: `${family}-SECRET` });
    }
    expect(await statesOf(background)).toEqual(['ready', 'ready', 'ready']);
    for (const family of ['tikhub', 'justoneapi']) {
      const tested = background.call('credential.test', { family, agreed: true });
      expect((await valueOf<Tested>(tested)).passed).toBe(true);
    }

    const { runs } = await valueOf<{ runs: RunReport[] }>(enrich(background));
    expect(runs[0]).toMatchObject({ provider: 'parsebot', cost: { credit: 1 } });
    expect(runs[0]?.failed.map(({ provider }) => provider)).toEqual(['tikhub-app-v2', 'justoneapi']);

    const passphrase = 'a long passphrase';
    await background.call('vault.seal', { passphrase });
    await background.call('vault.lock', {});
    expect(await statesOf(background)).toEqual(['locked', 'locked', 'locked']);
    await background.call('vault.unlock', { passphrase });
    await background.call('credential.remove', { family: 'justoneapi' });
    expect(await statesOf(background)).toEqual(['ready', 'none', 'ready']);
    expect((await find(background, 'parsebot'))?.used.thisMonth).toBe(1);
  });
});
