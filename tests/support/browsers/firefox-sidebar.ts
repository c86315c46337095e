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
  return {
    readText,
    async clickButton(name) {
      await waitFor(() => findButton(name, 'wanted.click();'), {
        what: `the button "${name}" in the sidebar`,
      });
    },
    async waitForButton(name, timeoutMs = 15_000) {
      await waitFor(() => findButton(name, ''), { what: `the button "${name}" in the sidebar`, timeoutMs });
    },
    async waitForText(text, timeoutMs = 15_000) {
      await waitFor(async () => (await readText()).includes(text), {
        what: `"${text}" in the sidebar`,
        timeoutMs,
      });
    },
  };
}
