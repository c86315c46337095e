import { chromium } from 'playwright-core';
import type { BrowserContext, Worker } from 'playwright-core';
import { chromiumSwitches } from '../../browsers/chromium-switches';
import { minimumVersion } from '../browser-kind';
import type { BrowserProbe } from '../browser-kind';
import { probeAnswer, writeProbeExtension } from './probe-extension';

const answerWithinMs = 20_000;

async function findWorker(context: BrowserContext): Promise<Worker> {
  return (
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: answerWithinMs }))
  );
}

/** Starts the executable headless with a tiny extension and asks its service worker for an answer. */
export const probeChromium: BrowserProbe = async (path) => {
  const probe = writeProbeExtension('chromium');
  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(probe.profileDir, {
      executablePath: path,
      headless: true,
      timeout: answerWithinMs,
      args: [
        ...chromiumSwitches(),
        `--disable-extensions-except=${probe.extensionDir}`,
        `--load-extension=${probe.extensionDir}`,
      ],
      ignoreDefaultArgs: ['--disable-extensions'],
    });
    const version = context.browser()?.version() ?? '0';
    if (Number.parseInt(version, 10) < minimumVersion.chromium) {
      return { ok: false, reason: `version ${version} is older than ${minimumVersion.chromium}` };
    }
    const worker = await findWorker(context);
    const answer: unknown = await worker.evaluate('globalThis.probeAnswer');
    return answer === probeAnswer
      ? { ok: true, version }
      : { ok: false, reason: 'the worker of an extension gave a wrong answer' };
  } catch (error) {
    return { ok: false, reason: describeFailure(error) };
  } finally {
    await context
      ?.close()
      .catch((error: unknown) => console.error(`[setup] ${path} did not close: ${String(error)}`));
    probe.remove();
  }
};

/** The line of a failed start that says what is wrong; a missing library counts more than the long rest. */
function describeFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const library = /error while loading shared libraries: (\S+?):/.exec(text)?.[1];
  if (library !== undefined) return `the system library ${library} is missing`;
  if (text.includes('waiting for event "serviceworker"'))
    return 'it does not start the worker of an extension given with --load-extension';
  return text.split('\n')[0] ?? text;
}
