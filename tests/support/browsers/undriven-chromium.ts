import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Replica } from '../../replica/types';
import { removeFolder } from '../remove-folder';
import { findWorkingBrowser } from '../setup/find-working-browser';
import { waitFor } from '../wait-for';
import { writeChromiumPreferences } from './chromium-profile';
import { startChromiumProcess } from './chromium-process';
import { chromiumSwitches } from './chromium-switches';
import { createDevtoolsPipe, PIPE_STDIO } from './devtools-pipe';

/** A page of the extension; it alone is attached to. */
export interface UndrivenPage {
  /** Evaluates an expression and waits for what it promises. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface UndrivenChromium {
  /** Opens one of the extension's files in a tab. */
  openPage(path: string): Promise<UndrivenPage>;
  /** Whether the extension's worker runs at this moment; looking wakes nothing. */
  isWorkerRunning(): Promise<boolean>;
  close(): Promise<void>;
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/**
 * Chromium with the built extension, in which no debugger holds on to the extension's worker: a worker that a driver is
 * attached to does not end by itself (measured, Chromium 156), and every driver attaches to all it finds.
 */
export async function launchUndriven(options: {
  readonly replica: Replica;
  readonly extensionDir: string;
}): Promise<UndrivenChromium> {
  const { replica, extensionDir } = options;
  const folder = mkdtempSync(join(tmpdir(), 'chromium-undriven-'));
  const profileDir = join(folder, 'profile');
  writeChromiumPreferences(profileDir, join(folder, 'downloads'), 'en-US');
  const { path } = await findWorkingBrowser('chromium');
  const { child, end } = startChromiumProcess(
    {
      path,
      profileDir,
      headless: true,
      args: [
        ...chromiumSwitches(),
        `--disable-extensions-except=${extensionDir}`,
        `--load-extension=${extensionDir}`,
        '--remote-debugging-pipe',
        ...replica.chromiumArgs(),
      ],
      env: { LANGUAGE: 'en_US' },
    },
    [...PIPE_STDIO],
  );
  const { send } = createDevtoolsPipe(child);
  const list = async () => (await send('Target.getTargets'))['targetInfos'] as readonly Target[];
  const isWorker = ({ type, url }: Target) =>
    type === 'service_worker' && url.startsWith('chrome-extension://');
  const worker = await waitFor(async () => (await list()).find(isWorker), {
    what: 'the extension to start',
    timeoutMs: 30_000,
  });
  const origin = new URL(worker.url).host;
  return {
    async openPage(file) {
      const url = `chrome-extension://${origin}/${file}`;
      const { targetId } = await send('Target.createTarget', { url });
      const attached = await send('Target.attachToTarget', { targetId, flatten: true });
      const sessionId = String(attached['sessionId']);
      const evaluate = async (expression: string) => {
        const params = { expression, awaitPromise: true, returnByValue: true };
        const { result, exceptionDetails } = (await send('Runtime.evaluate', params, sessionId)) as {
          result?: { value?: unknown };
          exceptionDetails?: { text: string; exception?: { description?: string } };
        };
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result?.value;
      };
      const isThere = () =>
        evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
      await waitFor(async () => (await isThere()) === true, { what: `${file} to be open` });
      return {
        evaluate,
        close: async () => void (await send('Target.closeTarget', { targetId })),
      };
    },
    isWorkerRunning: async () => (await list()).some(isWorker),
    async close() {
      await end();
      removeFolder(folder);
    },
  };
}
