// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { errorsEn } from '../../../../src/i18n/en/errors';
import { keysEn } from '../../../../src/i18n/en/providers/keys';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { AppError } from '../../../../src/model/errors';
import type { FamilyState } from '../../../../src/model/providers/provider-state';
import { PROVIDER_IDS } from '../../../../src/model/providers/provider.catalog';
import { OptionsApp } from '../../../../src/ui/options/options-app';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { NO_KEYS, createFamily } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

const KEY = 'invented-key-of-the-test';
const OPEN = { isSealed: false, isLocked: false };
const withKey = (over: Partial<FamilyState> = {}) => [
  createFamily('tikhub', { state: 'ready', hasAccess: true, maskedKey: '••••test', ...over }),
];

async function open(
  families: readonly FamilyState[],
  world: Parameters<typeof createFakePorts>[0] = {},
  vault = OPEN,
) {
  location.hash = '#providers';
  const answers = {
    'provider.list': () => families,
    'vault.find': () => vault,
    'settings.change': ({ patch }: { patch: object }) => ({ ...AGREED, ...patch }),
    ...world.answers,
  };
  const fake = createFakePorts({ ...world, answers });
  shown = await renderUi(<OptionsApp />, fake.ports);
  const named = (name: string) => fake.calls.filter((call) => call.name === name);
  return { ...fake, page: shown, named };
}

/** The first button of that name; every family has one. */
const addFirst = async (page: Rendered) => {
  await page.click('button', keysEn['keys.add']);
  await page.type('TikHub key', KEY);
};

describe('a key', () => {
  it('is saved only after the browser was asked in the click itself, and is forgotten here then', async () => {
    const saved = withKey()[0];
    const { page, asked, named } = await open(NO_KEYS, {
      grants: true,
      answers: { 'credential.save': () => saved },
    });
    await addFirst(page);
    expect(page.text()).toContain('api.tikhub.io');
    act(() => page.get('button', keysEn['keys.save']).click());
    // Nothing has been waited for yet, and nothing was sent before the browser answered.
    expect(asked).toEqual(['request tikhub']);
    expect(named('credential.save')).toEqual([]);
    await page.settle();
    expect(named('credential.save')).toEqual([
      { name: 'credential.save', input: { family: 'tikhub', key: KEY, region: 'world' } },
    ]);
    expect(page.text()).not.toContain(KEY);
    const fields = [...document.querySelectorAll('input')];
    expect(fields.map((field) => field.value)).not.toContain(KEY);
    expect(page.has('textbox', 'TikHub key')).toBe(false);
  });

  it('is not sent when the browser refuses, and that is said', async () => {
    const { page, named } = await open(NO_KEYS, { grants: false });
    await addFirst(page);
    await page.click('button', keysEn['keys.save']);
    expect(named('credential.save')).toEqual([]);
    expect(page.text()).toContain('Without that, TikHub cannot be used');
    expect((page.get('textbox', 'TikHub key') as HTMLInputElement).value).toBe(KEY);
  });

  it('is hidden until it is asked to be shown, and cannot hold a blank', async () => {
    const { page } = await open(NO_KEYS);
    await addFirst(page);
    const field = page.get('textbox', 'TikHub key') as HTMLInputElement;
    expect(field.type).toBe('password');
    await page.click('button', 'Show');
    expect(field.type).toBe('text');
    await page.type('TikHub key', 'two words');
    expect((page.get('button', keysEn['keys.save']) as HTMLButtonElement).disabled).toBe(true);
    expect(page.text()).toContain(keysEn['keys.key-wrong']);
  });

  it('is removed after one question', async () => {
    const { page, named } = await open(withKey(), {
      answers: { 'credential.remove': () => createFamily('tikhub') },
    });
    await page.click('button', keysEn['keys.remove']);
    expect(named('credential.remove')).toEqual([]);
    const dialog = document.querySelector('dialog');
    await act(async () => dialog?.querySelector<HTMLElement>('.button-danger')?.click());
    await page.settle();
    expect(named('credential.remove')).toEqual([{ name: 'credential.remove', input: { family: 'tikhub' } }]);
    expect(page.has('button', keysEn['keys.add'])).toBe(true);
  });
});

describe('a test', () => {
  it.each([
    ['parsebot', keysEn['keys.test-parsebot']],
    ['justoneapi', keysEn['keys.test-justoneapi']],
  ] as const)('of %s says what it costs before it calls', async (family, words) => {
    const state = createFamily(family, { state: 'ready', hasAccess: true });
    const { page, named } = await open([state], {
      answers: { 'credential.test': () => ({ state, passed: true }) },
    });
    await page.click('button', keysEn['keys.test']);
    expect(document.querySelector('dialog')?.textContent).toContain(words);
    expect(named('credential.test')).toEqual([]);
    await page.click('button', keysEn['keys.test-go']);
    expect(named('credential.test')).toEqual([{ name: 'credential.test', input: { family, agreed: true } }]);
  });

  it.each([
    [true, keysEn['keys.tested']],
    [false, keysEn['keys.tested-not']],
  ])('says that the key works only where the vendor took it: %s', async (passed, words) => {
    const { page } = await open(withKey(), {
      answers: { 'credential.test': () => ({ state: withKey()[0], passed }) },
    });
    await page.click('button', keysEn['keys.test']);
    expect(page.text()).toContain(words.replace('{family}', 'TikHub'));
  });

  it('shows the balance it brought', async () => {
    const balance = { currency: 'USD' as const, amount: 12.5, at: Date.now() };
    const { page } = await open(withKey(), {
      answers: { 'credential.test': () => ({ state: withKey({ balance })[0], passed: true }) },
    });
    await page.click('button', keysEn['keys.test']);
    expect(page.text()).toContain('$12.50');
  });
});

describe('a family', () => {
  it('that is out says why, with the id to ask about, and is asked again on demand', async () => {
    const failure = { kind: 'balance' as const, billed: false, status: 402, requestId: 'req-of-the-test' };
    const seen = { failure, at: Date.now() };
    const { page, named } = await open(withKey({ state: 'out', out: seen, lastFailure: seen }), {
      answers: { 'provider.retry': () => withKey()[0] },
    });
    expect(page.text()).toContain(providersEn['providers.kind-balance']);
    expect(page.has('button', 'Copy Request id req-of-the-test')).toBe(true);
    await page.click('button', keysEn['keys.try-again']);
    expect(named('provider.retry')).toEqual([{ name: 'provider.retry', input: { family: 'tikhub' } }]);
    expect(page.text()).toContain(keysEn['keys.state-ready']);
  });

  it('that the browser withholds is asked for in the click', async () => {
    const { page, asked } = await open(withKey({ hasAccess: false }), { grants: true });
    await page.click('button', 'Allow TikHub');
    expect(asked).toEqual(['request tikhub']);
  });

  it('shows what was taken out of a series, and turns a series off', async () => {
    const series = [
      {
        provider: 'tikhub-web-v3' as const,
        isOn: true,
        operations: ['note.detail' as const],
        takenOut: [{ reason: 'enterprise', at: 1 }],
      },
    ];
    const { page, named } = await open(withKey({ series }), {
      answers: { 'provider.retry': () => withKey({ series: [] })[0] },
    });
    expect(page.text()).toContain('for enterprise customers only');
    await act(async () => document.querySelector<HTMLElement>('.family [role=switch]')?.click());
    await page.settle();
    expect(named('settings.change').at(-1)?.input).toMatchObject({
      patch: { providers: { off: expect.arrayContaining(['tikhub-web-v3']) } },
    });
    await page.click('button', keysEn['keys.ask-again']);
    expect(named('provider.retry')[0]?.input).toEqual({ family: 'tikhub', provider: 'tikhub-web-v3' });
  });
});

describe('the order of asking', () => {
  it('is moved by buttons, said aloud, and can be of one operation alone', async () => {
    const { page, named } = await open(NO_KEYS);
    await page.click('button', 'Move TikHub App up');
    const [first, second, ...rest] = PROVIDER_IDS;
    expect(named('settings.change').at(-1)?.input).toMatchObject({
      patch: { providers: { order: [second, first, ...rest], orderOf: {} } },
    });
    expect(page.text()).toContain('TikHub App is number 1 now');
    await page.choose(keysEn['keys.order-for'], 'search.notes');
    await page.click('button', 'Move JustOneAPI up');
    const changed = named('settings.change').at(-1)?.input as {
      patch: { providers: typeof AGREED.providers };
    };
    expect(changed.patch.providers.order).toEqual([second, first, ...rest]);
    expect(changed.patch.providers.orderOf['search.notes']?.slice(0, 4)).toEqual([
      'tikhub-app',
      'tikhub-app-v2',
      'justoneapi',
      'tikhub-web-v3',
    ]);
  });
});

describe('the passphrase', () => {
  it('is asked for twice and seals only when both are the same', async () => {
    const { page, named } = await open(withKey(), { answers: { 'vault.seal': () => ({}) } });
    await page.click('button', keysEn['keys.vault-seal']);
    expect(page.text()).toContain('cannot be recovered');
    await page.type(keysEn['keys.vault-new'], 'four words of mine');
    await page.type(keysEn['keys.vault-again'], 'four words of yours');
    expect(page.text()).toContain(keysEn['keys.vault-different']);
    expect((page.get('button', keysEn['keys.vault-seal-go']) as HTMLButtonElement).disabled).toBe(true);
    await page.type(keysEn['keys.vault-again'], 'four words of mine');
    await page.click('button', keysEn['keys.vault-seal-go']);
    expect(named('vault.seal')).toEqual([
      { name: 'vault.seal', input: { passphrase: 'four words of mine' } },
    ]);
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('that is wrong is said at the field', async () => {
    const refuse = () => {
      throw new AppError('passphrase-wrong');
    };
    const locked = { isSealed: true, isLocked: true };
    const { page } = await open(
      withKey({ state: 'locked' }),
      { answers: { 'vault.unlock': refuse } },
      locked,
    );
    await page.type(providersEn['providers.passphrase'], 'not the right one');
    await page.click('button', providersEn['providers.unlock']);
    expect(page.text()).toContain(errorsEn['error.passphrase-wrong']);
  });
});
