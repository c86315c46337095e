import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ActionEntry } from '../../../model/actions/action-entry';
import type { AccountList } from '../../../model/accounts/account-list';
import { toDeedKey, toSwitch } from '../../../model/actions/deed';
import type { Deed, DeedTopic } from '../../../model/actions/deed';
import type { Comment } from '../../../model/comment';
import type { ViewerNote } from '../../../model/records';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { Ports } from '../../shell/ports';
import { createRefresher } from '../../stores/create-refresher';

/** A comment by what names it. */
export type DeedComment = Pick<Comment, 'noteId' | 'commentId' | 'rootCommentId' | 'author'>;

/** Who has written a comment and may delete it; `account` where that is not the browser's own login. */
export interface CommentOwner {
  readonly userId: string;
  readonly account?: string | undefined;
}

export interface DeedsStore {
  /** Whether the one who is logged in has liked or saved it; `undefined`: nobody has said so yet. */
  isOn(topic: Exclude<DeedTopic, 'delete-own-comment'>, comment?: DeedComment): boolean | undefined;
  /** How the newest order stands; one that is long over is not worth a word. */
  deedOf(topic: DeedTopic, comment?: DeedComment): Deed | undefined;
  /** An order is being given at this moment. */
  readonly isOrdering: ReadonlySignal<boolean>;
  /** Under which login of the user's the comment was written; `undefined`: somebody else's, or not known. */
  ownerOf(comment: DeedComment): CommentOwner | undefined;
  /** Orders it, or that it is taken back, under the browser's own login; as all actions it keeps the pace. */
  set(topic: Exclude<DeedTopic, 'delete-own-comment'>, isOn: boolean, comment?: DeedComment): Promise<void>;
  /** Orders that the comment is deleted; the user has said yes twice. */
  remove(comment: DeedComment): Promise<void>;
  /** What was stopped goes on; what failed or is uncertain is taken up again, which looks first. */
  goOn(deed: Deed): Promise<void>;
  /** Takes what waits for its turn out of its job alone; of what has stopped the whole job is ended. */
  cancel(deed: Deed): Promise<void>;
}

/** A job moves on many times a second: so often orders are read again at most, ms. */
const REST_MS = 250;
/** What came to nothing is told so long, ms. */
const TOLD_MS = 3_600_000;

interface Known {
  readonly own: string | undefined;
  readonly accounts: AccountList['accounts'];
  readonly deeds: ReadonlyMap<string, Deed>;
  readonly switches: ReadonlyMap<string, boolean>;
  readonly at: number;
}

const NOTHING: Known = {
  own: undefined,
  accounts: [],
  deeds: new Map(),
  switches: new Map(),
  at: 0,
};

/** What the user does to one note and its comments with one press, for as long as the page is open. */
export function createDeedsStore(
  ports: Pick<Ports, 'client' | 'readers' | 'onEvent'>,
  noteId: ReadonlySignal<string | undefined>,
  until: AbortSignal,
): DeedsStore {
  const { client } = ports;
  const known = watchDeeds(ports, noteId, until);
  const isOrdering = signal(false);
  const own = computed(() => known.value.own);
  const order = async (ordering: Promise<unknown>) => {
    isOrdering.value = true;
    try {
      await ordering;
    } finally {
      isOrdering.value = false;
    }
  };
  const ownerOf = (comment: DeedComment) => findOwner(comment, known.value);
  return {
    isOrdering,
    ownerOf,
    isOn: (topic, comment) => {
      const viewerId = own.value;
      if (viewerId === undefined) return undefined;
      return known.value.switches.get(toDeedKey({ topic, commentId: comment?.commentId, viewerId }));
    },
    deedOf: (topic, comment) => {
      const viewerId = topic === 'delete-own-comment' && comment ? ownerOf(comment)?.userId : own.value;
      if (viewerId === undefined) return undefined;
      const deed = known.value.deeds.get(toDeedKey({ topic, commentId: comment?.commentId, viewerId }));
      return deed && isWorthAWord(deed, known.value.at) ? deed : undefined;
    },
    set: async (topic, isOn, comment) => {
      // A comment's note is its own: by now the page may show another one.
      const id = comment?.noteId ?? noteId.peek();
      if (id === undefined) return;
      await order(orderSwitch(client, { noteId: id, topic, isOn, comment }));
    },
    remove: async (comment) => {
      const owner = ownerOf(comment);
      if (!owner) return;
      const { noteId: id } = comment;
      const account = owner.account === undefined ? {} : { account: owner.userId };
      await order(client('comment.delete', { noteId: id, ...toIds(comment), ...account, confirmed: true }));
    },
    goOn: async ({ jobId, itemId, state }) => {
      if (state.is === 'stopped') await client('job.resume', { jobId });
      else await client('job.retry', { jobId, itemId });
    },
    cancel: async ({ jobId, itemId, state }) => {
      if (state.is === 'queued') await client('reply.leave-out', { jobId, itemId });
      else await client('job.cancel', { jobId });
    },
  };
}

/** Whose comment it is, of those who may act; a masked id says nothing. */
function findOwner({ author }: DeedComment, { own, accounts }: Known): CommentOwner | undefined {
  if (author?.id.kind !== 'site') return undefined;
  const userId = author.id.value;
  if (userId === own) return { userId };
  const saved = accounts.find((one) => one.userId === userId);
  const mayAct = saved?.status === 'active' && !saved.isForeign && !saved.isGone;
  return mayAct ? { userId, account: saved.name } : undefined;
}

const toIds = ({ commentId, rootCommentId }: DeedComment) => ({
  commentId,
  ...omitUndefined({ rootCommentId }),
});

interface WantedSwitch {
  readonly noteId: string;
  readonly topic: Exclude<DeedTopic, 'delete-own-comment'>;
  readonly isOn: boolean;
  readonly comment: DeedComment | undefined;
}

function orderSwitch(client: Ports['client'], { noteId, topic, isOn, comment }: WantedSwitch) {
  if (topic === 'favorite') return client('feed.favorite', { noteId, unfavorite: !isOn });
  if (topic === 'like' || !comment) return client('feed.like', { noteId, unlike: !isOn });
  return client('comment.like', { noteId, ...toIds(comment), unlike: !isOn });
}

/** An order that came to nothing long ago is not spoken of; what was deleted is, as long as the comment is shown. */
const isWorthAWord = ({ state, topic, orderedAt }: Deed, now: number): boolean => {
  if (state.is === 'sent') return topic === 'delete-own-comment';
  if (state.is === 'cancelled') return false;
  const isOver = state.is === 'failed' || state.is === 'rehearsed' || state.is === 'uncertain';
  return !isOver || now - orderedAt < TOLD_MS;
};

/** All of it as it is stored, read again whenever one of the things it hangs on has changed. */
function watchDeeds(
  { client, readers, onEvent }: Pick<Ports, 'client' | 'readers' | 'onEvent'>,
  noteId: ReadonlySignal<string | undefined>,
  until: AbortSignal,
): ReadonlySignal<Known> {
  const known = signal<Known>(NOTHING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = createRefresher(async (isStale) => {
    const id = noteId.peek();
    if (id === undefined) return;
    const [list, { deeds, entries }] = await Promise.all([
      client('account.list', {}),
      readers.listNoteDeeds(id),
    ]);
    const own = list.own?.userId;
    const seen = own === undefined ? undefined : await readers.findViewerNote(own, id);
    if (isStale() || until.aborted || noteId.peek() !== id) return;
    known.value = {
      ...{ own, accounts: list.accounts, at: Date.now() },
      deeds: new Map(deeds.map((deed) => [toDeedKey(deed), deed])),
      switches: toSwitches(seen, entries),
    };
  });
  // What could not be read now is read with the next change; until then it is as unknown as it was.
  const quietly = () => void read().catch(() => undefined);
  const readSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      quietly();
    }, REST_MS);
  };
  for (const event of ['job.changed', 'page.changed', 'accounts.changed', 'stored.removed'] as const)
    onEvent(event, readSoon, until);
  onEvent('note.changed', (event) => event.noteId === noteId.peek() && readSoon(), until);
  const stop = effect(() => {
    void noteId.value;
    known.value = NOTHING;
    quietly();
  });
  until.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  return known;
}

/** How things stand by what the page last showed and what was done since, whichever is newer. */
function toSwitches(
  seen: ViewerNote | undefined,
  entries: readonly ActionEntry[],
): ReadonlyMap<string, boolean> {
  const shown = seen
    ? [
        { key: toDeedKey({ topic: 'like', ...seen }), isOn: seen.liked, at: seen.seenAt },
        { key: toDeedKey({ topic: 'favorite', ...seen }), isOn: seen.collected, at: seen.seenAt },
      ]
    : [];
  const done = entries.flatMap((entry) => toSwitch(entry) ?? []);
  const all = [...shown, ...done].sort((a, b) => a.at - b.at);
  return new Map(all.flatMap(({ key, isOn }) => (isOn === undefined ? [] : [[key, isOn] as const])));
}
