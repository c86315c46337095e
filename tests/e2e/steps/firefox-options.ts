import type { Page } from 'puppeteer-core';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Calls of the extension's own pages in Firefox, and its options as a person works them. */
export interface FirefoxOptionsPage {
  readonly page: Page;
  /** One call by the contract, as it is answered. */
  ask(name: string, input: object): Promise<Answer>;
  /** The same, for a call that is sure to succeed: its value. */
  demand<Value>(name: string, input: object): Promise<Value>;
  /** With the mouse, as the browser wants it where it is to ask the user. */
  clickButton(name: string): Promise<void>;
  /** Presses a button once it can be, whatever message lies over it. */
  pressButton(name: string): Promise<void>;
  waitForText(text: string): Promise<void>;
  waitForNoText(text: string): Promise<void>;
  /** Waits until one of the accounts has this in its line. */
  waitForLine(text: string): Promise<void>;
  /** Presses a button in the line of one account. */
  pressInLine(account: string, button: string): Promise<void>;
  pressInDialog(button: string): Promise<void>;
}

export async function openFirefoxOptions(
  { extension }: RunningFirefox,
  screen: string,
): Promise<FirefoxOptionsPage> {
  const page = await extension.openPage(`options.html#${screen}`);
  const ask = async (name: string, input: object): Promise<Answer> => {
    const call = JSON.stringify({ to: 'background', name, input });
    const answer = await extension.evaluate(
      `browser.runtime.sendMessage(${call}).then((answer) => JSON.stringify(answer))`,
    );
    return JSON.parse(String(answer)) as Answer;
  };
  const readText = () => page.evaluate(() => document.body.innerText);
  return {
    page,
    ask,
    demand: async <Value>(name: string, input: object) => {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
      return answer.value as Value;
    },
    clickButton: async (name) => {
      // Pages behind others hardly draw.
      await page.bringToFront();
      await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
    },
    pressButton: async (name) => {
      await page.bringToFront();
      await waitFor(() => page.evaluate(pressIn, 'body', name), { what: `"${name}" in the options` });
    },
    waitForText: async (text) => {
      await waitFor(async () => (await readText()).includes(text), {
        what: `"${text}" in the options`,
        timeoutMs: 30_000,
      });
    },
    waitForNoText: async (text) => {
      await waitFor(async () => !(await readText()).includes(text), { what: `"${text}" to go` });
    },
    waitForLine: async (text) => {
      const isThere = (wanted: string) =>
        [...document.querySelectorAll('li.account')].some((one) => one.textContent?.includes(wanted));
      await waitFor(() => page.evaluate(isThere, text), { what: `"${text}" among the accounts` });
    },
    pressInLine: async (account, button) => {
      const press = (name: string, wanted: string) => {
        const lines = [...document.querySelectorAll('li.account')];
        const line = lines.find((one) => one.querySelector('.account-name')?.textContent?.includes(name));
        const buttons = [...(line?.querySelectorAll('button') ?? [])];
        const found = buttons.find((one) => one.textContent?.trim() === wanted);
        found?.click();
        return found !== undefined;
      };
      await waitFor(() => page.evaluate(press, account, button), { what: `"${button}" beside "${account}"` });
    },
    pressInDialog: async (button) => {
      await waitFor(() => page.evaluate(pressIn, 'dialog[open]', button), {
        what: `"${button}" in a dialog`,
      });
    },
  };
}

/** Runs in the page. */
function pressIn(root: string, name: string): boolean {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`${root} button`)];
  const found = buttons.find((one) => one.textContent?.trim() === name && !one.disabled);
  found?.click();
  return found !== undefined;
}
