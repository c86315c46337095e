import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** How far a page that loads comments is, as it last said. */
export interface StoredLoading {
  readonly running: boolean;
  readonly stoppedBy?: string;
  readonly steps: number;
  readonly updatedAt: number;
}

export async function readLoadingStates(extension: ChromiumExtension): Promise<StoredLoading[]> {
  const session = await extension.readStorage('session');
  return Object.entries(session)
    .filter(([key]) => key.startsWith('loading:'))
    .map(([, state]) => state as StoredLoading);
}

export interface LoadingJob {
  readonly kind: string;
  readonly state: string;
  readonly error?: { readonly code: string };
  readonly progress: { readonly rows: number };
}

/** The one job that loads comments; throws where there are several. */
export async function readLoadingJob(extension: ChromiumExtension): Promise<LoadingJob | undefined> {
  const stores = await extension.readDatabase('hongshu-companion');
  const jobs = ((stores?.['jobs'] ?? []) as LoadingJob[]).filter(({ kind }) => kind === 'load-comments');
  if (jobs.length > 1) throw new Error(`${jobs.length} jobs load comments`);
  return jobs[0];
}
