// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { OptionsApp } from '../../../../src/ui/options/options-app';
import { createFakePorts } from '../support/fake-ports';
import { NO_KEYS } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

const ACCOUNT = {
  ...{ userId: '5e00000000000000000000f2', name: 'Cup brand', host: 'www.xiaohongshu.com' },
  ...{ status: 'active', isForeign: false, savedAt: 1 },
};

async function open(list: object, vault = { isSealed: false, isLocked: false, holdsOwnLogin: false }) {
  location.hash = '#accounts';
  const answers = {
    ...{ 'account.list': () => list, 'provider.list': () => NO_KEYS, 'vault.find': () => vault },
    ...{ 'account.add': () => ({}), 'vault.discard': () => ({}) },
    'account.rename': () => {
      throw new AppError('account-name-taken');
    },
  };
  const fake = createFakePorts({ answers });
  shown = await renderUi(<OptionsApp />, fake.ports);
  return {
    ...fake,
    page: shown,
    inputsOf: (name: string) => fake.calls.filter((call) => call.name === name),
  };
}

describe('a saved account', () => {
  it('says that the site has logged it out, and is logged in again as itself', async () => {
    const { page, inputsOf } = await open({ state: 'ready', accounts: [{ ...ACCOUNT, isLoggedOut: true }] });
    expect(page.text()).toContain('Logged out');
    await page.click('button', 'Log in again');
    expect(inputsOf('account.add').map(({ input }) => input)).toEqual([
      { name: 'Cup brand', renews: ACCOUNT.userId },
    ]);
  });

  it('offers nothing of that while it can be used', async () => {
    const { page } = await open({ state: 'ready', accounts: [ACCOUNT] });
    expect(page.text()).toContain('In use');
    expect(page.text()).not.toContain('Log in again');
  });

  it('asks once to log in where its container is gone, too', async () => {
    const gone = { ...ACCOUNT, isLoggedOut: true, isGone: true };
    await open({ state: 'ready', accounts: [gone] });
    const buttons = [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(buttons.filter((words) => words === 'Log in again')).toHaveLength(1);
  });

  it('says beside the name that it is taken, until another one is typed', async () => {
    const { page } = await open({ state: 'ready', accounts: [ACCOUNT] });
    await page.click('button', 'Rename');
    const field = document.querySelector<HTMLInputElement>('dialog input');
    const type = (name: string) =>
      act(async () => {
        if (field) field.value = name;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const problem = () => document.querySelector('dialog [role=alert]')?.textContent;
    await type('Tea brand');
    await page.click('button', 'Save the name');
    expect(problem()).toBe('Another account bears this name. Choose a different one.');
    await type('Pot brand');
    expect(problem()).toBeUndefined();
  });
});

describe('what is locked with a passphrase that was forgotten', () => {
  const locked = { state: 'locked', accounts: [] };

  it.each([true, false])(
    'is given up after it was said what is lost; holds the own login: %s',
    async (held) => {
      const vault = { isSealed: true, isLocked: true, holdsOwnLogin: held };
      const { page, inputsOf } = await open(locked, vault);
      await page.click('button', 'Forgotten it?');
      await page.settle();
      expect(page.text().includes('The login of this browser lies in there')).toBe(held);
      expect(inputsOf('vault.discard')).toEqual([]);
      await page.click('button', 'Delete keys and logins');
      expect(inputsOf('vault.discard')).toHaveLength(1);
    },
  );
});
