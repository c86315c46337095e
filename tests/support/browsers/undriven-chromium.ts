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
  /** Stops the extension's worker as the browser does; resolves when it has stopped. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface UndrivenChromium {
  /** Opens one of the extension's files in a tab. */
  openPage(path: string): Promise<UndrivenPage>;
  /** Whether the extension's worker runs at this moment; looking wakes nothing. */
  isWorkerRunning(): Promise<boolean>;
  /** Folder in which downloads stand under their own names. */
  readonly downloadDir: string;
  /** Puts what stands in the extension's folder by now in its place, as an update does; its pages are closed. */
  updateExtension(): Promise<void>;
  /** Ends the whole browser as a crash does; its profile stays. */
  kill(): Promise<void>;
  /** Ends the browser, and deletes its profile if it was a temporary one. */
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
  /** Holds profile and downloads, and is kept after closing, when given; else a temporary one is made and deleted. */
  readonly folder?: string;
}): Promise<UndrivenChromium> {
  const { replica, extensionDir } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'chromium-undriven-'));
  const [profileDir, downloadDir] = [join(folder, 'profile'), join(folder, 'downloads')];
  writeChromiumPreferences(profileDir, downloadDir, 'en-US');
  const { path } = await findWorkingBrowser('chromium');
  const { child, end, kill } = startChromiumProcess(
    {
      path,
      profileDir,
      headless: true,
      args: [
        ...chromiumSwitches(),
        `--disable-extensions-except=${extensionDir}`,
        `--load-extension=${extensionDir}`,
        '--remote-debugging-pipe',
        '--enable-unsafe-extension-debugging',
        ...replica.chromiumArgs(),
      ],
      env: { LANGUAGE: 'en_US' },
    },
    [...PIPE_STDIO],
  );
  const { send } = createDevtoolsPipe(child);
  const list = async () => (await send('Target.getTargets'))['targetInfos'] as readonly Target[];
  const findWorker = async () => (await list()).find(isWorker);
  const worker = await waitFor(findWorker, { what: 'the extension to start', timeoutMs: 30_000 });
  const origin = new URL(worker.url).host;
  return {
    openPage: async (file) => {
      const page = await openPage(send, `chrome-extension://${origin}/${file}`);
      return { ...page, killWorker: () => killWorker(page.send, findWorker) };
    },
    isWorkerRunning: async () => (await findWorker()) !== undefined,
    downloadDir,
    updateExtension: async () => {
      const before = await findWorker();
      await send('Extensions.loadUnpacked', { path: extensionDir });
      const isNew = async () => {
        const worker = await findWorker();
        return worker !== undefined && worker.targetId !== before?.targetId;
      };
      await waitFor(isNew, { what: 'the worker of the new extension' });
    },
    kill,
    async close() {
      await end();
      if (options.folder === undefined) removeFolder(folder);
    },
  };
}

type Send = ReturnType<typeof createDevtoolsPipe>['send'];

const isWorker = ({ type, url }: Target): boolean =>
  type === 'service_worker' && url.startsWith('chrome-extension://');

/** Opens a page in a tab and attaches to it alone; resolves when it is there. */
async function openPage(send: Send, url: string) {
  const { targetId } = await send('Target.createTarget', { url });
  const attached = await send('Target.attachToTarget', { targetId, flatten: true });
  const sendToPage: Send = (method, params) => send(method, params, String(attached['sessionId']));
  const evaluate = async (expression: string) => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await sendToPage('Runtime.evaluate', params)) as {
      result?: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result?.value;
  };
  const isThere = () =>
    evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  await waitFor(async () => (await isThere()) === true, { what: `${url} to be open` });
  const close = async () => void (await send('Target.closeTarget', { targetId }));
  return { evaluate, close, send: sendToPage };
}

async function killWorker(send: Send, findWorker: () => Promise<Target | undefined>): Promise<void> {
  const before = await findWorker();
  await send('ServiceWorker.enable');
  await send('ServiceWorker.stopAllWorkers');
  await send('ServiceWorker.disable');
  // Another life may have begun since.
  const isGone = async () => (await findWorker())?.targetId !== before?.targetId;
  if (before) await waitFor(isGone, { what: 'the service worker to have stopped', everyMs: 5 });
}
