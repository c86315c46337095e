import type { EvaluateInExtension } from '../extension-storage';
import { waitFor } from '../wait-for';

/** The real sidebar. Firefox opens it on installation; its document is reached from another page of the extension. */
export interface FirefoxSidebar {
  /** Everything it shows, as text. */
  readText(): Promise<string>;
  /** Clicks the button or tab of that name, as soon as there is one that is not disabled. */
  clickButton(name: string): Promise<void>;
  /** Waits until a button or tab of that name is there and not disabled. */
  waitForButton(name: string, timeoutMs?: number): Promise<void>;
  /** Waits until it shows that text. */
  waitForText(text: string, timeoutMs?: number): Promise<void>;
}

const root = "browser.extension.getViews({ type: 'sidebar' })[0]?.document.body";

/** Finds the sidebar of the extension, once it is open. */
export async function createFirefoxSidebar(evaluate: EvaluateInExtension): Promise<FirefoxSidebar> {
  await waitFor(() => evaluate(`${root} !== undefined`), { what: 'the sidebar to be open' });
  const readText = async () => String((await evaluate(`${root}?.innerText ?? ''`)) ?? '');
  const findButton = (name: string, then: string) =>
    evaluate(`(() => {
      const controls = [...(${root}?.querySelectorAll('button, [role=tab]') ?? [])];
      const wanted = controls.find((each) => (each.ariaLabel ?? each.textContent).trim() === ${JSON.stringify(name)} && !each.disabled);
      if (!wanted) return false;
      ${then}
      return true;
    })()`);
  const wait = async (look: () => Promise<unknown>, what: string, timeoutMs: number): Promise<void> => {
    try {
      await waitFor(look, { what: `${what} in the sidebar`, timeoutMs });
    } catch (thrown) {
      throw new Error(`${String(thrown)} It shows: ${await readText()}`, { cause: thrown });
    }
  };
  return {
    readText,
    async clickButton(name) {
      await wait(() => findButton(name, 'wanted.click();'), `the button "${name}"`, 15_000);
    },
    waitForButton: (name, timeoutMs = 15_000) =>
      wait(() => findButton(name, ''), `the button "${name}"`, timeoutMs),
    waitForText: (text, timeoutMs = 15_000) =>
      wait(async () => (await readText()).includes(text), `"${text}"`, timeoutMs),
  };
}
