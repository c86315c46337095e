import type { CDPSession, Page, Worker } from 'playwright-core';
import { waitFor } from '../wait-for';

/** Puts an ear where an extension's messages arrive: what was heard stands in a variable of that place. */
const LISTEN = `(() => {
  const heard = (globalThis.heardMessages ??= []);
  if (globalThis.isTapped) return;
  globalThis.isTapped = true;
  const write = (what) => heard.push(JSON.stringify(what) ?? 'undefined');
  chrome.runtime.onMessage.addListener((message) => { write(message); });
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = async (...sent) => {
    const answer = await send(...sent);
    write(answer);
    return answer;
  };
})()`;

export interface Tap {
  /** Every message that came, and every answer that was given here, as JSON. */
  read(): Promise<readonly string[]>;
  /** Evaluates an expression where the tap is. */
  evaluate(expression: string): Promise<unknown>;
}

/** Hears what a page of the extension is told, and what it is answered from now on. */
export async function tapExtensionPage(page: Page): Promise<Tap> {
  await page.evaluate(LISTEN);
  return {
    read: async () => (await page.evaluate('globalThis.heardMessages')) as readonly string[],
    evaluate: (expression) => page.evaluate<unknown>(expression),
  };
}

/** Hears what the extension's content script in a page is told: in the world of that script, which the page cannot reach. */
export async function tapContentScript(page: Page, extensionId: string): Promise<Tap> {
  const session = await page.context().newCDPSession(page);
  const evaluate = await createContentEvaluate(session, extensionId);
  await evaluate(LISTEN);
  return { evaluate, read: async () => (await evaluate('globalThis.heardMessages')) as readonly string[] };
}

async function createContentEvaluate(session: CDPSession, extensionId: string): Promise<Tap['evaluate']> {
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) contextId = context.id;
  });
  await session.send('Runtime.enable');
  await waitFor(() => contextId !== undefined, { what: 'the world of the content script' });
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: contextId ?? -1,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
}

/** Everything that the worker writes to its console from now on. */
export function tapWorkerConsole(worker: Worker): readonly string[] {
  const lines: string[] = [];
  worker.on('console', (message) => lines.push(message.text()));
  return lines;
}
