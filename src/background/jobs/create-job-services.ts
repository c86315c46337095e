import { createEngine } from '../../jobs/engine/engine';
import type { Engine } from '../../jobs/engine/engine';
import type { EnginePorts, JobNews } from '../../jobs/ports';
import { JOB_KIND_REGISTRY } from '../../jobs/registry';
import { toAuthorKey } from '../../model/author';
import { mayStore } from '../../model/settings';
import { createRepositories } from '../../storage/repositories/create-repositories';
import { storeSeen } from '../gate';
import { doAside } from '../problems/do-aside';
import { createRestoringReader } from '../restore/find-restore';
import type { Services } from '../services';
import { notifyJobEnd } from '../toolbar/notify-job-end';
import { showJobEnd } from '../toolbar/show-job-end';
import { refreshNoteBadges } from '../toolbar/refresh-badge';
import { createJobReaders } from './job-readers';
import { toJobStores } from './job-stores';
import { createReach } from './create-reach';
import { markGone } from './mark-gone';

/** What reaches outside, handed in. */
export interface JobOutside {
  readonly lock: EnginePorts['lock'];
  readonly keepAwake: EnginePorts['keepAwake'];
  readonly wakeAt: EnginePorts['wakeAt'];
  readonly random: () => number;
  /** Runs the task after so many ms, unless this life of the background ends before; answers how to call it off. */
  readonly later: (ms: number, task: () => void) => () => void;
}

/** What a change of jobs alone is about. */
const JOB_STORES = ['jobs', 'jobItems', 'jobLog', 'actions'] as const;

/** What a step of a job may bring, too. The ledger and the kept answers of other calls need not wait for it. */
const STEP_STORES = [
  ...JOB_STORES,
  'comments',
  'commentLists',
  'commentThreads',
  'notes',
  'snapshots',
  'authors',
] as const;

/** A life of the background that has nothing to do lasts a little longer than this (30 s, measured, Chromium 156). */
const SOON_MS = 25_000;

type Own = Pick<
  Services,
  | 'connection'
  | 'settings'
  | 'emit'
  | 'problems'
  | 'now'
  | 'tracker'
  | 'showBadge'
  | 'sendNotice'
  | 'providers'
  | 'exports'
  | 'askPage'
  | 'injectContent'
  | 'findTab'
  | 'windows'
  | 'logins'
>;

/** The job engine over the extension's own storage and providers. What changes is told to the pages. */
export function createJobServices(services: Own, outside: JobOutside): Engine {
  const { connection } = services;
  const isRestoring = createRestoringReader();
  let callOff: () => void = () => undefined;
  const ports: EnginePorts = {
    ...outside,
    wakeAt: async (at) => {
      callOff();
      const wait = (at ?? Infinity) - services.now();
      // An alarm rings in 30 s at the earliest: what is due before that, this life does itself if it lasts.
      if (wait <= SOON_MS) callOff = outside.later(Math.max(0, wait), () => doAside(services, engine.wake()));
      await outside.wakeAt(at);
    },
    now: services.now,
    readers: createJobReaders(connection),
    change: (write) =>
      connection.write((transaction) => write(toJobStores(createRepositories(transaction))), JOB_STORES),
    store: (write, isSmall) =>
      storeSeen(services, (stores) => write(toJobStores(stores)), { stores: STEP_STORES, isSmall }),
    markGone: (noteId, collection) => markGone(services, noteId, collection),
    reach: createReach(services, outside.later),
    ask: async (operation, input, terms) => {
      // What cannot be kept is not paid for.
      await connection.demandRoom();
      return services.providers.gateway.call(operation, input, terms);
    },
    mayRun: async () => mayStore(await services.settings()) && !(await isRestoring()),
    onNews: (news) => doAside(services, tell(services, news)),
    onStuck: (jobId, { code }) => doAside(services, services.emit('job.changed', { jobId, stuck: code })),
    onAside: (thrown) => doAside(services, Promise.reject(thrown)),
  };
  const engine = createEngine(ports, JOB_KIND_REGISTRY);
  return engine;
}

async function tell(services: Own, { job, rows, stored, isEnd }: JobNews): Promise<void> {
  await services.emit('job.changed', { jobId: job.jobId, ...(job.noteId ? { noteId: job.noteId } : {}) });
  if (!rows) {
    // A change of state: begun, paused, over.
    if (isEnd) doAside(services, notifyJobEnd(services, job));
    if (job.noteId !== undefined) {
      // What a collection came to stands beside the comments, and some of them may be known to be gone since.
      if (isEnd) await services.emit('comments.changed', { noteId: job.noteId, added: 0 });
      await refreshNoteBadges(services, job.noteId);
    }
    if (isEnd) await showJobEnd(services, job);
    return;
  }
  const { comments, notes = [], authors = [] } = rows;
  if (comments) {
    await services.emit('comments.changed', { noteId: comments.noteId, added: stored?.added ?? 0 });
    await refreshNoteBadges(services, comments.noteId);
  }
  for (const { noteId } of notes) await services.emit('note.changed', { noteId });
  for (const { id } of authors) await services.emit('author.changed', { authorKey: toAuthorKey(id) });
}
