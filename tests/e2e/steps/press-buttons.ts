import type { Locator, Page } from 'playwright-core';

const find = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** Presses a button wherever its window stands, in front or behind others; waits until it is there. */
export const press = (within: Page | Locator, name: string): Promise<void> =>
  find(within, name).evaluate((button: HTMLElement) => button.click());

/**
 * Puts a finger on a button as it stands now; what is answered presses it, also when the page shows another one in its place
 * by then: as a user does who has not seen yet what happened elsewhere.
 */
export async function touch(within: Page | Locator, name: string): Promise<() => Promise<void>> {
  const button = await find(within, name).elementHandle();
  if (!button) throw new Error(`There is no button "${name}".`);
  return () => button.evaluate((node) => (node as HTMLElement).click());
}

/** Presses whichever of these buttons is there at this moment; answers which one, `undefined` where none is. */
export function pressAny(within: Page, names: readonly string[]): Promise<string | undefined> {
  return within.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      wanted.includes((textContent ?? '').trim()),
    );
    button?.click();
    return button?.textContent?.trim();
  }, names);
}

/** Waits until what was pressed has been answered. */
export const waitForAnswer = (within: Page): Promise<unknown> =>
  within.waitForFunction(() => document.querySelector('button[aria-busy=true]') === null);
