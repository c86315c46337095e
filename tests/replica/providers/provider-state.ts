import type { SiteState } from '../server/site-state';
import { type CallLog, createCallLog } from './call-log';
import { createDayCounter, type DayCounter } from './day-counter';
import { createProviderFaults } from './faults';
import { createKeyBook, type KeyBook } from './key-book';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import { createSpecChecker, type SpecChecker } from './spec/spec-checker';
import type { ProviderFaults, ProviderSwitches } from './types';

/** An answer that may be read again for a day. */
export interface CachedAnswer {
  readonly sign: string;
  readonly text: string;
  readonly at: number;
}

/** Everything of the providers that changes while the replica runs. World, tokens and comments are the site's own. */
export interface ProviderState {
  readonly site: SiteState;
  readonly keys: KeyBook;
  readonly faults: ProviderFaults;
  readonly switches: ProviderSwitches;
  readonly log: CallLog;
  readonly limiter: RateLimiter;
  /** Billed calls, on which TikHub's discount depends. */
  readonly billedToday: DayCounter;
  /** TikHub's, by request id. */
  readonly cache: Map<string, CachedAnswer>;
  /** Holds every request against the vendors' documents, where they are at hand. */
  readonly spec: SpecChecker;
  /** Searches under way, by search id: what they are about. */
  readonly searches: Map<string, string>;
}

export function createProviderState(site: SiteState, specsDir?: string): ProviderState {
  return {
    site,
    keys: createKeyBook(),
    faults: createProviderFaults(),
    switches: {
      rateLimitHeaders: 'retry-after',
      webV3ForEnterprise: false,
      declaredStatuses: false,
      fullEnvelope: true,
      wrapped: true,
      scraperId: '112e2db4-437f-4511-96f5-f0f62d23a010',
      snapshotVersions: ['3', '5', '6', '7', '8'],
    },
    log: createCallLog(site.tokens),
    limiter: createRateLimiter(),
    billedToday: createDayCounter(),
    cache: new Map(),
    spec: createSpecChecker(specsDir),
    searches: new Map(),
  };
}
