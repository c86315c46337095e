import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';
import { askBackground, demandOfBackground } from './ask-background';
import { holdWorkerAt } from './hold-worker';

/** Begins to add an account and gives it up again, and dies at that change of the browser; where it was, empty: it lived. */
export async function dieWhileAdding(
  { extension, context }: Pick<RunningChromium, 'extension' | 'context'>,
  at: { readonly point: number; readonly when: 'before' | 'after' },
): Promise<string> {
  await demandOfBackground(extension.evaluate, 'account.list', {});
  const worker = await holdWorkerAt(context, extension.id, at);
  for (const [name, input] of [
    ['account.add', { name: 'Half brand' }],
    ['account.cancel', {}],
  ] as const) {
    let isAnswered = false;
    const asked = askBackground(extension.evaluate, name, input)
      .catch(() => undefined)
      .finally(() => (isAnswered = true));
    await waitFor(async () => isAnswered || (await worker.readHeld()) !== '', { what: `${name} to go on` });
    const held = await worker.readHeld();
    if (held === '') continue;
    await extension.killWorker();
    await asked;
    return held;
  }
  return '';
}
