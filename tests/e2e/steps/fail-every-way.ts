import { repeat } from '../../replica/providers/faults';
import type { Replica } from '../../replica/types';
import type { BackgroundAnswer } from './ask-background';
import type { ProviderCaller } from './prepare-providers';

const FAMILIES = ['tikhub', 'justoneapi', 'parsebot'] as const;

/**
 * Asks for one note after the other while every provider refuses, answers what cannot be read, or does not know the
 * key; then tests the keys that are refused. Answers what the background said each time, and leaves all as it was.
 */
export async function failEveryWay(
  { replica, caller }: { readonly replica: Replica; readonly caller: ProviderCaller },
  noteIdOf: (turn: number) => string,
): Promise<readonly BackgroundAnswer[]> {
  const answers: BackgroundAnswer[] = [];
  const forgive = async () => {
    for (const family of FAMILIES) await caller.demand('provider.retry', { family });
  };
  const fail = async () => {
    answers.push(await caller.enrich(noteIdOf(answers.length + 1)));
    await forgive();
  };
  for (const status of [400, 401, 403, 404, 422]) {
    for (const family of FAMILIES) replica.providerFaults[family].failures.push(...repeat(12, { status }));
    await fail();
    for (const family of FAMILIES) replica.providerFaults[family].failures.length = 0;
  }
  for (const body of ['html', 'cut', 'empty'] as const) {
    for (const family of FAMILIES) replica.providerFaults[family].body = body;
    await fail();
  }
  for (const family of FAMILIES) {
    replica.providerFaults[family].body = 'normal';
    replica.providerKey(family).state = 'invalid';
  }
  await fail();
  for (const family of FAMILIES) await caller.call('credential.test', { family, agreed: true });
  for (const family of FAMILIES) replica.providerKey(family).state = 'valid';
  await forgive();
  return answers;
}
