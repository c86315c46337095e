// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { DEFAULT_PROVIDER_SETTINGS } from '../../../../src/model/providers/provider-settings';
import { readAmount } from '../../../../src/ui/controls/amount-field';
import { OptionsApp } from '../../../../src/ui/options/options-app';
import { findStrength } from '../../../../src/ui/options/providers/vault/find-strength';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { NO_KEYS } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

async function open(change?: () => never) {
  location.hash = '#spending';
  const answers = {
    'provider.list': () => NO_KEYS,
    'vault.find': () => ({ isSealed: false, isLocked: false }),
    'settings.change': change ?? (({ patch }: { patch: object }) => ({ ...AGREED, ...patch })),
  };
  const fake = createFakePorts({ answers });
  shown = await renderUi(<OptionsApp />, fake.ports);
  const last = () =>
    (
      fake.calls.filter((call) => call.name === 'settings.change').at(-1)?.input as
        { patch: { providers: typeof DEFAULT_PROVIDER_SETTINGS } } | undefined
    )?.patch.providers;
  return { ...fake, page: shown, last };
}

const leave = async (page: Rendered, name: string) => {
  await act(async () => {
    page.get('textbox', name).dispatchEvent(new FocusEvent('blur', { bubbles: true }));
  });
  await page.settle();
};

describe('budgets', () => {
  it('are kept by currency, and an empty field means no limit', async () => {
    const { page, last } = await open();
    await page.type('Limit a day, USD', '3,5');
    await leave(page, 'Limit a day, USD');
    expect(last()?.dailyBudget).toEqual({ ...DEFAULT_PROVIDER_SETTINGS.dailyBudget, USD: 3.5 });
    await page.type('Limit a day, CNY', '');
    await leave(page, 'Limit a day, CNY');
    expect(last()?.dailyBudget).toEqual({ USD: 3.5, credit: 50 });
  });

  it('take no words, and say so', async () => {
    const { page, last } = await open();
    await page.type('Limit a day, USD', 'plenty');
    await leave(page, 'Limit a day, USD');
    expect(last()).toBeUndefined();
    expect(page.text()).toContain('Enter a number');
  });

  it('say so when they cannot be kept', async () => {
    const { page } = await open(() => {
      throw new AppError('storage-full');
    });
    await page.type('Limit a day, USD', '9');
    await leave(page, 'Limit a day, USD');
    expect(page.text()).toContain('The disk is full');
  });
});

describe('prices', () => {
  it('are entered for a family or one endpoint, and deleted', async () => {
    const { page, last } = await open();
    await page.type('A call', '0.15');
    await page.click('button', 'Add');
    expect(last()?.enteredPrices).toEqual({ justoneapi: { currency: 'CNY', amount: 0.15 } });
    await page.choose('For', 'endpoint');
    await page.type('Path of the endpoint', 'no path');
    await page.type('A call', '1');
    expect((page.get('button', 'Add') as HTMLButtonElement).disabled).toBe(true);
    await page.type('Path of the endpoint', '/api/xiaohongshu/get-user/v3');
    await page.click('button', 'Add');
    expect(Object.keys(last()?.enteredPrices ?? {})).toEqual(['justoneapi', '/api/xiaohongshu/get-user/v3']);
    await page.click('button', 'Delete the price for Every call of JustOneAPI');
    expect(Object.keys(last()?.enteredPrices ?? {})).toEqual(['/api/xiaohongshu/get-user/v3']);
  });
});

describe('amounts and passphrases', () => {
  it.each([
    ['', undefined],
    ['2', 2],
    ['0', 0],
    [' 1,25 ', 1.25],
    ['.5', 0.5],
    ['-1', 'wrong'],
    ['1e3', 'wrong'],
    ['99999999', 'wrong'],
  ])('reads %j as %j', (text, amount) => expect(readAmount(text)).toBe(amount));

  it('reads whole numbers only where asked', () => expect(readAmount('1.5', true)).toBe('wrong'));

  it.each([
    ['password-password-1', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['Bx7#kq', 'weak'],
    ['kettle moon', 'fair'],
    ['kettle moon paper river', 'strong'],
    ['窗外下着小雨我在喝茶', 'strong'],
  ])('finds %s %s', (passphrase, strength) => expect(findStrength(passphrase)).toBe(strength));
});
