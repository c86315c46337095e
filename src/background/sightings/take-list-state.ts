import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import type { CaptureKind, Settings } from '../../model/settings';
import { parseInitialState } from '../../site/initial-state';
import { parseAuthorState, parseFeedState, parseSearchState } from '../../site/states/list-states';
import type { Sightings } from '../../site/sightings';
import { mayKeep } from '../gate';
import { noteMissing } from '../pages/note-missing';
import type { Services } from '../services';
import { takeSightings } from './take-sightings';

/**
 * Stores what the inline state of a feed, search or author page lists, when the switch of that kind is on; of a kind
 * that is off nothing is read but who looks.
 */
export async function takeListState(
  services: Services,
  settings: Settings,
  seen: { readonly page: TabPage; readonly text: string | undefined; readonly at: number },
): Promise<void> {
  const { page, text, at } = seen;
  const { ref } = page;
  const kind = findKind(ref?.kind);
  if (!ref || !kind || text === undefined || !mayKeep(settings, kind)) return;
  try {
    const sightings = parseListState(ref, parseInitialState(text));
    const host = 'host' in ref ? ref.host : undefined;
    const viewerId = sightings.viewer?.userId ?? page.viewer.userId;
    await takeSightings(services, { sightings, kind, via: 'ssr', at, host, viewerId });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-changed') throw thrown;
    await noteMissing(services, page.tabId, thrown);
  }
}

function findKind(pageKind: string | undefined): CaptureKind | undefined {
  if (pageKind === 'feed') return 'feeds';
  if (pageKind === 'search' || pageKind === 'topic') return 'searches';
  return pageKind === 'author' ? 'authors' : undefined;
}

function parseListState(ref: NonNullable<TabPage['ref']>, state: unknown): Sightings {
  if (ref.kind === 'feed') return parseFeedState(state, ref.host);
  if (ref.kind === 'author') return parseAuthorState(state, ref.userId, ref.host);
  return parseSearchState(state, 'host' in ref ? ref.host : undefined);
}
