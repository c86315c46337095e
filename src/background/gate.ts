import { createQueue } from '../lib/create-queue';
import { AppError } from '../model/errors';
import { mayStore } from '../model/settings';
import type { CaptureKind, Settings } from '../model/settings';
import { createRepositories } from '../storage/repositories/create-repositories';
import type { Repositories } from '../storage/repositories/create-repositories';
import type { StoreName } from '../storage/schema';
import type { Services } from './services';

const writes = createQueue();
/** Answers of providers lie in a store of their own: keeping one waits for no rows, and no rows wait for it. */
const answers = createQueue();

interface StoringTerms {
  readonly isWanted?: (settings: Settings) => boolean;
  readonly stores?: readonly StoreName[] | undefined;
  /** It brings no rows: how something stands that is under way, or over. */
  readonly isSmall?: boolean | undefined;
}

/**
 * The one way in which anything that a page told is stored: in one transaction, and only if the settings that hold at
 * that moment let it be; `undefined` when they do not. Where `isWanted` says that nothing of it would be kept, no
 * transaction is opened; where the disk is nearly full, rows fail with `storage-full`. Whoever pauses or deletes waits with `endStoring`, so nothing comes in behind it. Over all stores,
 * or those named: it waits for nobody who writes in others.
 */
export function storeSeen<Value>(
  services: Pick<Services, 'connection' | 'settings'> & Partial<Pick<Services, 'now'>>,
  write: (stores: Repositories, settings: Settings) => Promise<Value>,
  { isWanted = () => true, stores, isSmall = false }: StoringTerms = {},
): Promise<Value | undefined> {
  return writes(async () => {
    const settings = await services.settings();
    if (!mayStore(settings) || !isWanted(settings)) return undefined;
    if (!isSmall) await services.connection.demandRoom();
    return services.connection.write(
      (transaction) => write(createRepositories(transaction, services.now), settings),
      stores,
    );
  });
}

/** The same for what a provider answered: kept only if the settings that hold at that moment let it be. */
export function keepAnswer(
  services: Pick<Services, 'connection' | 'settings'>,
  keep: (stores: Pick<Repositories, 'responses'>) => Promise<void>,
): Promise<void> {
  return answers(async () => {
    if (!mayStore(await services.settings())) return;
    await services.connection.write((transaction) => keep(createRepositories(transaction)), ['responses']);
  });
}

/** Resolves when what was being stored is stored: after that the settings of now hold. */
export async function endStoring(): Promise<void> {
  await Promise.all([writes(() => Promise.resolve()), answers(() => Promise.resolve())]);
}

/** Throws `consent-missing` or `paused` unless things may be stored now. */
export function demandStoring(settings: Settings): void {
  if (settings.consent === undefined) throw new AppError('consent-missing');
  if (settings.paused) throw new AppError('paused');
}

/** Whether what belongs to this kind may be kept now. */
export function mayKeep(settings: Settings, kind: CaptureKind): boolean {
  return mayStore(settings) && settings.capture[kind];
}
