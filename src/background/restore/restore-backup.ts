import { BACKUP_STORES } from '../../model/backup/backup-file';
import type { BackupStore, RestoreState } from '../../model/backup/backup-file';
import { createQueue } from '../../lib/create-queue';
import { startOf } from '../../lib/start-of';
import { withoutKey } from '../../lib/without-key';
import { AppError, toAppError } from '../../model/errors';
import { removeFromArea, writeArea } from '../../platform/storage-area';
import { dropAlarm, keepAlarm } from '../../platform/worker/alarms';
import { keepAwake } from '../../platform/worker/keep-awake';
import { dropStaging, hasStaging, JOB_PARTS, readJobParts, readStaged } from '../../storage/backup/staging';
import type { StagedRow } from '../../storage/backup/staging';
import { STAGING_LOCK } from '../../workers/library/backup/staging-lock';
import { emptyTrash } from '../forget/trash';
import { demandStoring, storeSeen } from '../gate';
import type { Services } from '../services';
import { refreshAllBadges } from '../toolbar/refresh-badge';
import { findRestore, RESTORE_KEY } from './find-restore';

/** Wakes another life that goes on with it, should this one end. */
const RESTORE_ALARM = 'restore';
const ALARM_MINUTES = 1;
/** So long a step of a job that is under way may take to come to its end, ms; what is paid for is not thrown away. */
const PATIENCE_MS = 10_000;

let running: Promise<void> | undefined;
/** Begun, gone on with, given up and deleted one after the other. */
const queue = createQueue();

/**
 * Begins to put the backup that lies unpacked among what is stored, batch by batch, and answers at once. Only when
 * things may be stored: `consent-missing`, `paused`. `backup-damaged`: nothing lies unpacked.
 */
export function startRestore(
  services: Services,
  { mode, total, skipped }: Pick<RestoreState, 'mode' | 'total' | 'skipped'>,
): Promise<RestoreState> {
  return queue(async () => {
    demandStoring(await services.settings());
    if (running) throw new AppError('database-blocked', { retryable: true });
    if (!(await hasStaging())) throw new AppError('backup-damaged', { details: { reason: 'not-unpacked' } });
    // What is about to be deleted would take what is restored with it.
    await emptyTrash(services, { all: true });
    const state: RestoreState = {
      mode,
      state: mode === 'replace' ? 'clear' : 'copy',
      ...{ done: 0, total, skipped },
    };
    await save(services, state);
    run(services);
    return state;
  });
}

/** Goes on with what an earlier life of the background left; with `stopped`, too, what the user paused or a full disk ended. */
export function resumeRestore(
  services: Services,
  options: { readonly stopped?: boolean } = {},
): Promise<RestoreState | undefined> {
  return queue(() => goOn(services, options));
}

async function goOn(
  services: Services,
  options: { readonly stopped?: boolean },
): Promise<RestoreState | undefined> {
  const state = await findRestore();
  if (!state || running || state.state === 'done') return state;
  const isStopped = state.state === 'stopped' || state.state === 'failed';
  if (isStopped && !options.stopped) return state;
  if (!(await hasStaging())) return save(services, { ...state, state: 'failed', errorCode: 'unexpected' });
  const isUntouched = state.mode === 'replace' && state.store === undefined;
  const next = isStopped
    ? await save(services, { ...withoutKey(state, 'errorCode'), state: isUntouched ? 'clear' : 'copy' })
    : state;
  run(services);
  return next;
}

/** Puts the outcome out of sight, and gives up what was still to come. */
export function dismissRestore(services: Services): Promise<void> {
  return queue(async () => {
    if (running) return;
    await removeFromArea('local', RESTORE_KEY);
    await dropStaging();
    await services.emit('restore.changed', {});
  });
}

/**
 * Waits until nothing is put in any more, and forgets how far it was: for whoever has taken the consent back before,
 * which stops it.
 */
export function endRestore(): Promise<void> {
  return queue(async () => {
    await running;
    await removeFromArea('local', RESTORE_KEY);
    await dropStaging();
  });
}

/**
 * Takes away what nobody needs any more: unpacked by a page that is gone before anybody had decided about it, or all put
 * in by a life of the background that ended right then.
 */
export async function dropLeftStaging(): Promise<void> {
  await navigator.locks.request(STAGING_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock || !(await hasStaging())) return;
    const state = await findRestore();
    if (!state || state.state === 'done') await dropStaging();
  });
}

/** No step of a job begins meanwhile, and those under way are waited for: what they read would be half of two states. */
function run(services: Services): void {
  const putAll = async () => {
    await keepAlarm(RESTORE_ALARM, ALARM_MINUTES);
    await services.jobs.whileStill(async (over) => {
      await over(AbortSignal.timeout(PATIENCE_MS));
      await putIn(services).catch((thrown: unknown) => fail(services, thrown));
    });
    await dropAlarm(RESTORE_ALARM);
  };
  running ??= keepAwake(putAll)
    .catch((thrown: unknown) => fail(services, thrown))
    .finally(() => (running = undefined));
}

async function fail(services: Services, thrown: unknown): Promise<void> {
  await services.problems.record(thrown, 'restore');
  const state = await findRestore();
  if (state) await save(services, { ...state, state: 'failed', errorCode: toAppError(thrown).code });
}

async function save(services: Services, state: RestoreState): Promise<RestoreState> {
  await writeArea('local', RESTORE_KEY, state);
  await services.emit('restore.changed', {});
  return state;
}

/** One batch after the other; each is stored whole, and then how far it is. A batch that is put in twice does no harm. */
async function putIn(services: Services): Promise<void> {
  let state = await findRestore();
  if (state?.state === 'clear') {
    // The longest span that a limit is counted over.
    const kept = { ledgerSince: startOf('month', services.now()) };
    const isCleared = await storeSeen(services, (stores) => stores.restored.clear(kept).then(() => true));
    if (!(await findRestore())) return;
    state = await save(services, { ...state, state: isCleared ? 'copy' : 'stopped' });
  }
  while (state?.state === 'copy') state = await putInBatch(services, state);
  if (state?.state !== 'done') return;
  await dropStaging();
  await refreshAllBadges(services);
  await services.emit('stored.removed', {});
  await services.emit('ledger.changed', {});
}

/** Whether they could be stored. Items of jobs and their logs have come with their jobs. */
async function putRows(
  services: Services,
  store: BackupStore,
  rows: readonly StagedRow[],
): Promise<true | undefined> {
  if (JOB_PARTS.some((part) => part === store)) return true;
  if (store !== 'jobs')
    return storeSeen(services, ({ restored }) => restored.merge(store, rows).then(() => true as const));
  for (const job of rows) {
    const parts = typeof job.key === 'string' ? await readJobParts(job.key) : [];
    const isPut = await storeSeen(services, ({ restored }) => restored.addJob(job, parts).then(() => true));
    if (!isPut) return undefined;
  }
  return true;
}

async function putInBatch(services: Services, state: RestoreState): Promise<RestoreState | undefined> {
  const store = BACKUP_STORES.find((name) => name === state.store) ?? BACKUP_STORES[0];
  const { rows, isLast } = await readStaged(store, state.after);
  const isPut = await putRows(services, store, rows);
  if (store === 'ledger') await services.providers.recount();
  // Everything was deleted meanwhile: nothing is to be put in any more.
  if (!(await findRestore())) return undefined;
  if (!isPut) return save(services, { ...state, state: 'stopped' });
  const rest = withoutKey(state, 'after');
  const done = state.done + rows.length;
  if (!isLast) {
    const after = rows[rows.length - 1]?.key as RestoreState['after'];
    return save(services, { ...rest, store, done, ...(after === undefined ? {} : { after }) });
  }
  const next = BACKUP_STORES[BACKUP_STORES.indexOf(store) + 1];
  return save(
    services,
    next === undefined ? { ...rest, done, state: 'done' } : { ...rest, store: next, done },
  );
}
