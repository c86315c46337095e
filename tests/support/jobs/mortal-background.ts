import { setImmediate as nextTurn } from 'node:timers/promises';
import { createProviderServices } from '../../../src/background/providers/create-provider-services';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import type { Settings } from '../../../src/model/settings';
import type { Provider } from '../../../src/providers/provider';
import { changeCredentials } from '../../../src/storage/credentials';
import type { FakeAnswer } from '../providers/fake-series';
import { keyOf } from '../providers/gateway-under-test';
import type { TestClock } from '../providers/test-clock';
import { createActionReportHandlers } from '../../../src/background/acting/create-action-report-handlers';
import { createLoadingReportHandlers } from '../../../src/background/handlers/loading';
import { createEngineUnderTest } from './engine-under-test';
import type { EngineUnderTest } from './engine-under-test';
import type { FakePage } from './fake-page';
import type { FileWorld } from './file-world';
import { createMortalConnection } from './mortal-connection';
import type { MortalConnection } from './mortal-connection';

/** What outlives every worker: the vendors, the clock, and which requests have been sent. */
export interface Outside {
  readonly series: readonly Provider[];
  answer: (url: URL) => FakeAnswer;
  readonly clock: TestClock;
  /** A page of the site that is open meanwhile. */
  readonly page?: FakePage;
  /** Downloads, the user's disk and what writes files. */
  readonly files?: FileWorld;
  /** Addresses of requests, without keys, in the order in which they were sent. */
  readonly sent: string[];
}

export interface MortalBackground {
  readonly test: EngineUnderTest;
  readonly connection: MortalConnection;
}

/** Keys and prices as users leave them; the browser's storage outlives workers. */
export async function pasteKeys(): Promise<void> {
  await changeCredentials(() => [keyOf('tikhub'), keyOf('justoneapi')]);
}

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  consent: { answeredAt: 1, textVersion: 1 },
  providers: {
    ...DEFAULT_SETTINGS.providers,
    enteredPrices: {
      tikhub: { currency: 'USD', amount: 0.01 },
      justoneapi: { currency: 'USD', amount: 0.01 },
    },
    dailyBudget: {},
    jobBudget: {},
  },
};

/** Turns of the machine that an answer takes: others are sent meanwhile. */
const TURNS_TO_ANSWER = 3;

/**
 * One life of the background: the job engine and the gateway over the extension's own storage, all of it in the database
 * `name`, which dies with the `fatal`-th change of that. A dead one asks nobody and turns no clock.
 */
export function startMortalBackground(outside: Outside, name: string, fatal?: number): MortalBackground {
  const connection = createMortalConnection(name, fatal);
  const clock: TestClock = {
    ...outside.clock,
    set: (now) => {
      if (!connection.isDead) outside.clock.set(now);
    },
    // How long the line is waited for is tested elsewhere.
    sleep: (ms, signal) => (connection.isDead || ms >= 90_000 ? never() : outside.clock.sleep(ms, signal)),
  };
  const providers = createProviderServices(
    {
      connection,
      settings: () => Promise.resolve(SETTINGS),
      emit: () => Promise.resolve(),
      problems: { record: () => Promise.resolve(), list: () => Promise.resolve([]) } as never,
    },
    {
      series: outside.series,
      clock,
      hasAccess: () => Promise.resolve(true),
      keepAwake: (task) => task(),
      fetch: async (url) => {
        if (connection.isDead) return never();
        const address = new URL(url);
        address.searchParams.delete('key');
        outside.sent.push(address.href);
        for (let turn = 0; turn < TURNS_TO_ANSWER; turn += 1) await nextTurn();
        if (connection.isDead) return never();
        return new Response(JSON.stringify(outside.answer(address)));
      },
    },
  );
  const { page, files } = outside;
  const test = createEngineUnderTest(providers.gateway, clock, connection, {
    ...(page ? reach(page, connection) : {}),
    ...(files ? { exports: files.live({ connection, now: clock.now }) } : {}),
  });
  test.settings = SETTINGS;
  const { 'loading.report': hear } = createLoadingReportHandlers(test.services);
  const { 'action.report': hearAction } = createActionReportHandlers(test.services);
  page?.speakTo({
    hear: (report, caller) => hear(report, caller),
    hearAction: (report, caller) => hearAction(report, caller),
    died: connection.died,
  });
  return { test, connection };
}

/** What a life reaches of a page: a dead one touches it no more. */
const reach = ({ services }: FakePage, connection: MortalConnection): FakePage['services'] => ({
  ...services,
  askPage: (...call) => (connection.isDead ? never() : services.askPage(...call)),
});

const never = (): Promise<never> => new Promise(() => undefined);
