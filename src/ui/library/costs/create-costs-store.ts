import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Job } from '../../../model/jobs/job';
import type { LedgerEntry } from '../../../model/providers/ledger';
import type { LedgerFilter } from '../../../storage/readers/providers/list-ledger';
import type { LedgerGrouping, LedgerSum } from '../../../storage/readers/providers/sum-ledger';
import type { Ports } from '../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { toSpan, type Period } from './period';

/** What sums are shown by. */
export type CostGrouping = LedgerGrouping;

export interface CostsStore {
  readonly period: Signal<Period>;
  readonly grouping: Signal<CostGrouping>;
  /** Of the period, by the grouping; `empty`: nothing was asked in it. */
  readonly sums: ReadonlySignal<Async<readonly LedgerSum[]>>;
  /** What attempts are narrowed down to. */
  readonly filter: Signal<LedgerFilter>;
  /** Jobs by their ids, to name the sums of the grouping `job`. */
  readonly jobs: ReadonlySignal<ReadonlyMap<string, Job>>;
  /** The newest attempts of all time that the filter lets through, as far as they were read; `empty`: there are none at all. */
  readonly entries: ReadonlySignal<Async<readonly LedgerEntry[]>>;
  /** Whether older ones may be there. */
  readonly hasOlder: ReadonlySignal<boolean>;
  readOlder(): Promise<void>;
  refresh(): Promise<void>;
}

const PAGE = 200;

/** The ledger as the library shows it, read again when something was added to it. */
export function createCostsStore(ports: Pick<Ports, 'readers' | 'onEvent'>, until: AbortSignal): CostsStore {
  const period = signal<Period>('month');
  const grouping = signal<CostGrouping>('day');
  const filter = signal<LedgerFilter>({});
  const sums = signal<Async<readonly LedgerSum[]>>(LOADING);
  const jobs = signal<ReadonlyMap<string, Job>>(new Map());
  const entries = signal<Async<readonly LedgerEntry[]>>(LOADING);
  const hasOlder = signal(false);
  let wanted = PAGE;

  const readSums = createRefresher(async (isStale) => {
    let next: Async<readonly LedgerSum[]>;
    try {
      next = toList(await ports.readers.sumLedger(grouping.peek(), toSpan(period.peek(), Date.now())));
      if (grouping.peek() === 'job') jobs.value = await readJobs(ports.readers);
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (!isStale()) sums.value = next;
  });
  const readEntries = createRefresher(async (isStale) => {
    try {
      const asked = filter.peek();
      const list = await ports.readers.listLedger({ ...asked, limit: wanted });
      if (isStale()) return;
      const isNarrowed = Object.values(asked).some((value) => value !== undefined);
      hasOlder.value = list.length === wanted;
      entries.value = isNarrowed ? { state: 'ready', value: list } : toList(list);
    } catch (thrown) {
      if (!isStale()) entries.value = toFailed(thrown);
    }
  });
  const refresh = () => Promise.all([readSums(), readEntries()]).then(() => undefined);
  ports.onEvent('ledger.changed', () => void refresh(), until);
  ports.onEvent('stored.removed', () => void refresh(), until);
  const stop = effect(() => {
    void period.value;
    void grouping.value;
    void readSums();
  });
  const stopEntries = effect(() => {
    void filter.value;
    wanted = PAGE;
    void readEntries();
  });
  for (const end of [stop, stopEntries]) until.addEventListener('abort', end, { once: true });
  return {
    period,
    grouping,
    filter,
    sums,
    jobs,
    entries,
    hasOlder,
    refresh,
    async readOlder() {
      wanted += PAGE;
      await readEntries();
    },
  };
}

const readJobs = async (readers: Ports['readers']): Promise<ReadonlyMap<string, Job>> =>
  new Map((await readers.listJobs()).map((job) => [job.jobId, job]));

const toList = <Item>(list: readonly Item[]): Async<readonly Item[]> =>
  list.length === 0 ? EMPTY : { state: 'ready', value: list };
