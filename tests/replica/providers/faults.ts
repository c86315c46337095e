import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderFailure, ProviderFault, ProviderFaults, ProviderName } from './types';

function createFault(): ProviderFault {
  return {
    latencyMs: 0,
    failures: [],
    neverAnswers: 0,
    innerFailures: 0,
    body: 'normal',
    renamed: {},
    wrongNote: false,
    emptyNoteList: false,
    repeatedCursor: false,
    missingCursor: false,
    duplicateRows: false,
    hasMore: 'true',
    noNewIds: false,
    notGivenBy: [],
  };
}

export function createProviderFaults(): ProviderFaults {
  return { tikhub: createFault(), justoneapi: createFault(), parsebot: createFault(), endpoints: {} };
}

/** The same failure for the next n calls: `faults.failures.push(...repeat(3, { status: 429, retryAfter: 1 }))`. */
export function repeat(times: number, failure: ProviderFailure): ProviderFailure[] {
  return Array.from({ length: times }, () => failure);
}

/** The faults that hold for one call: those of its endpoint where they are named, else those of its provider. */
export interface CallFaults {
  get<Name extends keyof ProviderFault>(name: Name): ProviderFault[Name];
  /** Uses one of the next n up. */
  take(name: 'neverAnswers' | 'innerFailures'): boolean;
  takeFailure(): ProviderFailure | undefined;
  /** Waits for the latency that is switched on; holds no process up. */
  wait(): Promise<void>;
}

export function readFaults(faults: ProviderFaults, provider: ProviderName, endpoint: string): CallFaults {
  const own = faults.endpoints[endpoint];
  const general = faults[provider];
  const get = <Name extends keyof ProviderFault>(name: Name): ProviderFault[Name] =>
    own?.[name] ?? general[name];
  return {
    get,
    take: (name) => {
      const holder = (own?.[name] ?? 0) > 0 ? own : general;
      const left = holder?.[name] ?? 0;
      if (holder === undefined || left <= 0) return false;
      holder[name] = left - 1;
      return true;
    },
    takeFailure: () => own?.failures?.shift() ?? general.failures.shift(),
    wait: async () => {
      const ms = get('latencyMs');
      if (ms > 0) await pause(ms, undefined, { ref: false });
    },
  };
}
