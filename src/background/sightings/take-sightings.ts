import { toAuthorKey } from '../../model/author';
import type { SiteHost } from '../../model/note';
import type { Observation } from '../../model/values/observation';
import type { CaptureKind, Settings } from '../../model/settings';
import type { Repositories } from '../../storage/repositories/create-repositories';
import type { Sightings } from '../../site/sightings';
import { mayKeep, storeSeen } from '../gate';
import { storedNews } from '../loading/loading-news';
import type { Services } from '../services';
import { refreshNoteBadges } from '../toolbar/refresh-badge';

/** One source at one moment, as it is to be stored. */
export interface Taken {
  readonly sightings: Sightings;
  /** Which switch it hangs on. */
  readonly kind: CaptureKind;
  /** `ssr`, `state` or an endpoint's id. */
  readonly via: string;
  readonly at: number;
  readonly host: SiteHost | undefined;
  /** Who looked, when that is known: what depends on the viewer is stored for them only. */
  readonly viewerId: string | undefined;
}

/** What changed in the database. */
export interface Stored {
  readonly noteIds: readonly string[];
  /** Note id → comments that were not known before. */
  readonly comments: ReadonlyMap<string, number>;
}

/**
 * Stores what one source told, in one transaction, each part only when its switch is on; then says what changed. Of a
 * kind that is off nothing is stored.
 */
export async function takeSightings(services: Services, taken: Taken): Promise<Stored> {
  const noteIds = new Set<string>();
  const comments = new Map<string, number>();
  const authorKeys = new Set<string>();
  let hasMessages = false;
  const write = async (stores: Repositories, settings: Settings) => {
    // Should the transaction be run again, nothing of the first run counts.
    noteIds.clear();
    comments.clear();
    authorKeys.clear();
    if (mayKeep(settings, taken.kind)) {
      for (const noteId of await storeNotes(stores, taken)) noteIds.add(noteId);
      await storeComments(stores, taken, comments);
    }
    if (mayKeep(settings, 'authors')) {
      for (const key of await storeAuthors(stores, taken)) authorKeys.add(key);
    }
    hasMessages = await storeOthers(stores, settings, taken);
  };
  // Most of what pages list is of kinds that are off.
  await storeSeen(services, write, { isWanted: (settings) => mayKeepAny(settings, taken) });
  if (hasMessages) await services.emit('notifications.changed', {});
  for (const noteId of noteIds) await services.emit('note.changed', { noteId });
  for (const authorKey of authorKeys) await services.emit('author.changed', { authorKey });
  for (const [noteId, added] of comments) {
    storedNews.tell(noteId);
    await services.emit('comments.changed', { noteId, added });
    if (added > 0) await refreshNoteBadges(services, noteId);
  }
  return { noteIds: [...noteIds], comments };
}

const toObservation = ({ via, at }: Taken): Observation => ({ source: 'page', via, at });

async function storeNotes(stores: Repositories, taken: Taken): Promise<string[]> {
  const observation = toObservation(taken);
  const noteIds: string[] = [];
  for (const seen of taken.sightings.notes ?? []) {
    const host = seen.fields.host ?? taken.host;
    await stores.notes.merge({ ...seen, fields: { ...seen.fields, ...(host ? { host } : {}) } }, observation);
    // A card in a list carries likes alone: the charts are made of what the note itself shows.
    if (taken.kind === 'notes') await stores.snapshots.append(seen.noteId, seen.counts, observation);
    if (seen.viewer && taken.viewerId !== undefined) {
      await stores.viewerNotes.merge({
        viewerId: taken.viewerId,
        noteId: seen.noteId,
        ...seen.viewer,
        seenAt: taken.at,
      });
    }
    noteIds.push(seen.noteId);
  }
  return noteIds;
}

async function storeComments(stores: Repositories, taken: Taken, added: Map<string, number>): Promise<void> {
  const page = taken.sightings.comments;
  if (!page) return;
  const observation = toObservation(taken);
  // Comments go with their note: without its record nothing would ever remove them.
  const host = taken.host ? { host: taken.host } : {};
  const [merged] = await Promise.all([
    stores.comments.merge(page, observation),
    stores.notes.merge({ noteId: page.noteId, fields: host, counts: {} }, observation),
  ]);
  await stores.commentLists.read(page, merged.isLastKnown, taken.at);
  added.set(page.noteId, merged.added);
}

const mayKeepAny = (settings: Settings, { kind, sightings }: Taken): boolean =>
  mayKeep(settings, kind) ||
  (sightings.authors !== undefined && mayKeep(settings, 'authors')) ||
  (sightings.notifications !== undefined && mayKeep(settings, 'notifications')) ||
  (sightings.listing !== undefined && mayKeep(settings, sightings.listing.kind));

async function storeAuthors(stores: Repositories, taken: Taken): Promise<string[]> {
  const authors = taken.sightings.authors ?? [];
  for (const author of authors) await stores.authors.merge(author, toObservation(taken));
  return authors.map(({ id }) => toAuthorKey(id));
}

/** Answers whether messages of the notification page were among it. */
async function storeOthers(stores: Repositories, settings: Settings, taken: Taken): Promise<boolean> {
  const { listing, notifications } = taken.sightings;
  if (listing && mayKeep(settings, listing.kind)) await stores.listings.merge(listing, taken.at);
  if (!notifications || notifications.length === 0 || !mayKeep(settings, 'notifications')) return false;
  for (const message of notifications) {
    const { from, ...rest } = message;
    await stores.notifications.merge({ ...rest, ...(from ? { from } : {}) }, taken.at);
  }
  return true;
}
