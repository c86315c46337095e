import type { CopiedResponse } from '../bridge/copied-response';
import type { SendReport } from './send-report';

/** What the scripts of this extension share in a page, in the isolated world, where the page cannot see it. */
export interface ContentLife {
  /** False once the extension has been updated or removed under the page, or the script has stopped. */
  isAlive(): boolean;
  /** Aborted at the end of the script's life. */
  readonly signal: AbortSignal;
  readonly send: SendReport;
  /** Sees each copied response too, while loading comments; put there by the script that loads them. */
  notice?: (copy: CopiedResponse) => void;
  /** True when the script that loads comments has been put into the page. */
  canLoad?: boolean;
}

interface ContentScope {
  hongshuCompanion?: ContentLife;
}

/** The script that lives in this page, if any does. */
export function findContentLife(): ContentLife | undefined {
  const life = (globalThis as ContentScope).hongshuCompanion;
  return life?.isAlive() ? life : undefined;
}

/** Marks this script as the one that lives. */
export function keepContentLife(life: ContentLife): void {
  (globalThis as ContentScope).hongshuCompanion = life;
}
