/** The plan's calls a minute, over pages and workers: Parse.bot's smallest plan has five (its pricing page, 2026). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Replica } from '../../replica/types';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { createProviderCaller, prepareProviders } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';

const PER_MINUTE = 5;
const MINUTE_MS = 60_000;

let stage: Stage;
let replica: Replica;
let callers: readonly [ProviderCaller, ProviderCaller];

beforeAll(async () => {
  stage = await launchWithProviders();
  replica = stage.replica;
  const { extension } = stage.chromium;
  const first = await prepareProviders(extension.evaluate, replica, {});
  const key = replica.providerKey('parsebot', 'free').value;
  await first.demand('credential.save', { family: 'parsebot', key, region: 'world', plan: 'free' });
  const page = await extension.openPage('options.html');
  callers = [first, createProviderCaller((expression) => page.evaluate<unknown>(expression))];
});

afterAll(() => stage.close());

async function ask(caller: ProviderCaller, author: number): Promise<void> {
  const userId = replica.world.authors[author]?.userId;
  await caller.demand('explore.author', { userId, agreed: true });
}

test(
  'five calls of two pages fill a minute, the sixth waits for it in the next worker',
  {
    timeout: 180_000,
  },
  async () => {
    const [first, second] = callers;
    await Promise.all([ask(first, 0), ask(second, 1), ask(first, 2), ask(second, 3), ask(first, 4)]);
    expect(replica.providerCalls).toHaveLength(PER_MINUTE);
    await stage.chromium.extension.killWorker();
    await Promise.all([ask(second, 5), ask(first, 6)]);
    const times = replica.providerCalls.map(({ at }) => at);
    expect(times).toHaveLength(PER_MINUTE + 2);
    for (let index = PER_MINUTE; index < times.length; index += 1) {
      const span = (times[index] ?? NaN) - (times[index - PER_MINUTE] ?? NaN);
      expect(span).toBeGreaterThan(MINUTE_MS);
    }
    expect(replica.providerCalls.map(({ status }) => status)).toEqual(times.map(() => 200));
    expect((await first.describe('parsebot')).used).toMatchObject({ thisMonth: PER_MINUTE + 2 });
    expect(replica.billedCalls('parsebot')).toEqual({ count: PER_MINUTE + 2, price: PER_MINUTE + 2 });
  },
);
