import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';
import { askBackground, demandOfBackground } from './ask-background';
import { holdWorkerAt } from './hold-worker';

/**
 * Has the worker die before, and then after, each single change of the browser while an account is added and given up
 * again; `look` is done in the life after each. Answers at what it died, in order.
 */
export async function dieAtEveryChange(
  chromium: Pick<RunningChromium, 'extension' | 'context'>,
  look: (held: string) => Promise<void>,
): Promise<string[]> {
  const steps: string[] = [];
  for (const when of ['before', 'after'] as const)
    for (let point = 1; ; point += 1) {
      const held = await dieWhileAdding(chromium, { point, when });
      if (held === '') break;
      await look(held);
      steps.push(held);
    }
  return steps;
}

/** Begins to add an account and gives it up again, and dies at that change of the browser; where it was, empty: it lived. */
async function dieWhileAdding(
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
  // It would stand still at a change that comes later.
  await extension.killWorker();
  return '';
}
