import { mayStore, type Settings } from '../../model/settings';
import type { PageRef } from '../../model/page-ref';
import type { SignClass } from '../shell/to-sign-face';
import type { TabView } from '../stores/tab-store';

export interface Stop {
  readonly sign: string;
  /** What it stops; absent where only the address of the page tells of it. */
  readonly class?: SignClass | undefined;
  readonly code?: number | undefined;
}

/** What the popup shows, of all it can show. */
export type PopupFace =
  | { readonly kind: 'setup' }
  | { readonly kind: 'access' }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'note'; readonly noteId: string; readonly reads: boolean }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'page'; readonly ref: Exclude<PageRef, { kind: 'note' | 'stopped' | 'short-link' }> }
  | { readonly kind: 'elsewhere' };

/**
 * The first thing that matters: consent, then access, then whether the page answers, then what it shows. A note that is
 * in front wins over the page behind it.
 */
export function findFace(settings: Settings, view: TabView): PopupFace {
  if (!settings.consent) return { kind: 'setup' };
  if (!view.hasAccess) return { kind: 'access' };
  const { page } = view;
  if (!page) return { kind: view.failure ? 'not-reached' : 'elsewhere' };
  const ref = page.ref;
  const noteId = page.note?.noteId ?? (ref?.kind === 'note' ? ref.noteId : undefined);
  if (noteId !== undefined)
    return { kind: 'note', noteId, reads: mayStore(settings) && settings.capture.notes };
  if (!ref) return { kind: 'elsewhere' };
  if (ref.kind === 'stopped') return { kind: 'stopped' };
  if (ref.kind === 'note' || ref.kind === 'short-link') return { kind: 'elsewhere' };
  return { kind: 'page', ref };
}

/** What the site refused, in this tab: said by the page, or by the address it was sent to. */
export function findStop(view: TabView): Stop | undefined {
  const { page } = view;
  if (page?.stopSign) return page.stopSign;
  return page?.ref?.kind === 'stopped' ? page.ref : undefined;
}
