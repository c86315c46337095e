import { fakeBrowser } from 'wxt/testing';
import { createJobServices } from '../../../src/background/jobs/create-job-services';
import type { Services } from '../../../src/background/services';
import type { Engine } from '../../../src/jobs/engine/engine';
import type { Job } from '../../../src/model/jobs/job';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import type { Settings } from '../../../src/model/settings';
import type { BrowserNotice } from '../../../src/platform/surfaces/notifications';
import type { Gateway } from '../../../src/providers/gateway';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';
import { createJobOutside } from '../background/job-outside';

export interface EngineUnderTest {
  readonly engine: Engine;
  /** What the engine works with. */
  readonly services: Services;
  readonly connection: DatabaseConnection;
  /** What was emitted to pages of the extension. */
  readonly events: { name: string; payload: unknown }[];
  /** What went wrong beside everything. */
  readonly aside: unknown[];
  /** Messages of the browser that were sent. */
  readonly notices: BrowserNotice[];
  settings: Settings;
  /** When the engine wants to be woken. */
  alarmAt(): number | undefined;
  /**
   * Wakes the engine, and again whenever its alarm rings, until no job goes on by itself. Alarms ring 30 s after they
   * were set at the earliest, as those of a packed extension do.
   */
  runOut(): Promise<void>;
  now(): number;
  /** Ends every patience of this life. */
  passTime(): void;
  findJob(jobId: string): Promise<Job | undefined>;
}

export interface TurnedClock {
  now(): number;
  set(now: number): void;
}

/** More alarms than any job of a test needs. */
const MOST_ALARMS = 500;
const SOONEST_ALARM_MS = 30_000;

/** The job engine over a fake IndexedDB (`fake-indexeddb/auto` is for the test to import) and the gateway it is given. */
export function createEngineUnderTest(
  gateway: Gateway,
  clock: TurnedClock,
  connection: DatabaseConnection = createConnection(`jobs-${crypto.randomUUID()}`),
  others: Partial<Services> = {},
): EngineUnderTest {
  const events: EngineUnderTest['events'] = [];
  const aside: unknown[] = [];
  const notices: EngineUnderTest['notices'] = [];
  const outside = createJobOutside();
  // What is shown when a job ends is said in the browser's language.
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  const services = {
    connection,
    settings: () => Promise.resolve(test.settings),
    emit: (name: string, payload: unknown) => {
      events.push({ name, payload });
      return Promise.resolve();
    },
    problems: {
      record: (thrown: unknown) => {
        aside.push(thrown);
        return Promise.resolve();
      },
    },
    now: () => clock.now(),
    tracker: { list: () => Promise.resolve([]) },
    showBadge: () => Promise.resolve(),
    sendNotice: (notice: BrowserNotice) => {
      notices.push(notice);
      return Promise.resolve();
    },
    providers: { gateway },
    ...others,
  } as unknown as Services;
  const engine = createJobServices(services, outside);
  const test: EngineUnderTest = {
    engine,
    services: { ...services, jobs: engine },
    connection,
    events,
    aside,
    notices,
    settings: { ...DEFAULT_SETTINGS, consent: { answeredAt: 1, textVersion: 1 } },
    alarmAt: () => outside.alarmAt,
    passTime: outside.passTime,
    now: () => clock.now(),
    runOut: async () => {
      await engine.wake();
      for (let rings = 0; outside.alarmAt !== undefined; rings += 1) {
        if (rings > MOST_ALARMS) throw new Error('the engine never comes to rest');
        clock.set(Math.max(outside.alarmAt, clock.now() + SOONEST_ALARM_MS));
        await engine.wake();
      }
    },
    findJob: async (jobId) => (await connection.open()).get('jobs', jobId),
  };
  return test;
}
