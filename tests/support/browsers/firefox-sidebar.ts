import type { EvaluateInExtension } from '../extension-storage';
import { waitFor } from '../wait-for';

/** The real sidebar. Firefox opens it on installation; its document is reached from another page of the extension. */
export interface FirefoxSidebar {
  /** Everything it shows, as text. */
  readText(): Promise<string>;
  /** Clicks the button or tab of that name, as soon as there is one that is not disabled. */
  clickButton(name: string): Promise<void>;
  /** Presses the button of that name with the mouse, as what asks the browser for something wants it. */
  pressButton(name: string): Promise<void>;
  /** Waits until a button or tab of that name is there and not disabled. */
  waitForButton(name: string, timeoutMs?: number): Promise<void>;
  /** Waits until it shows that text. */
  waitForText(text: string, timeoutMs?: number): Promise<void>;
}

const root = "browser.extension.getViews({ type: 'sidebar' })[0]?.document.body";

/** Finds the sidebar of the extension, once it is open. */
export async function createFirefoxSidebar(
  evaluate: EvaluateInExtension,
  evaluateInBrowser: EvaluateInExtension,
): Promise<FirefoxSidebar> {
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
  const findPlace = (name: string) =>
    findButton(
      name,
      `const { x, y, width, height } = wanted.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };`,
    ) as Promise<Place | false>;
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
    async pressButton(name) {
      await wait(() => findButton(name, ''), `the button "${name}"`, 15_000);
      const place = await findPlace(name);
      if (!place) throw new Error(`The button "${name}" has gone from the sidebar.`);
      await evaluateInBrowser(toPress(place));
    },
    waitForButton: (name, timeoutMs = 15_000) =>
      wait(() => findButton(name, ''), `the button "${name}"`, timeoutMs),
    waitForText: (text, timeoutMs = 15_000) =>
      wait(async () => (await readText()).includes(text), `"${text}"`, timeoutMs),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A press of the left mouse button at a place of the sidebar's document, sent through the browser's window (Firefox 153;
 * older ones have it in `windowUtils`).
 */
function toPress({ x, y }: Place): string {
  return `(() => {
    const outer = document.getElementById('sidebar');
    const around = outer.getBoundingClientRect();
    const inner = outer.contentDocument.getElementById('webext-panels-browser').getBoundingClientRect();
    const at = [around.x + inner.x + ${x}, around.y + inner.y + ${y}];
    for (const [type, clickCount] of [['mousemove', 0], ['mousedown', 1], ['mouseup', 1]]) {
      if (window.synthesizeMouseEvent)
        window.synthesizeMouseEvent(type, ...at, { button: 0, clickCount }, { isDOMEventSynthesized: false });
      else window.windowUtils.sendMouseEvent(type, ...at, 0, clickCount, 0, false, 0, 0, false);
    }
  })()`;
}
