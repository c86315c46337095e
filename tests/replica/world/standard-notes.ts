import type { NotePlan } from '../types';
import { createAuthor } from './create-author';
import { createNote, type NoteExtras } from './create-note';
import { HARD_TEXTS, HOSTILE_DESC, HOSTILE_NICKNAMES, HOSTILE_TITLE } from './hard-texts';
import { createRandom, seedOf } from './random';
import { THREADS_PLAN } from './paging-plans';
import type { WorldAuthor, WorldNote } from './types';

/** Threads of `tea`: 28 comments and 58 replies, 86 in all, among them threads of 1, 3, 14 and 25 replies. */
const TEA_REPLIES: Readonly<Record<number, number>> = { 0: 3, 1: 14, 2: 1, 4: 25, 7: 2, 9: 1, 13: 11, 20: 1 };
/**
 * Threads of `popular`: 212 comments and 100 replies listed, while the note's count says 944. Every 25th comment is
 * folded away by the app.
 */
const POPULAR_REPLIES: Readonly<Record<number, number>> = {
  0: 40,
  3: 12,
  5: 1,
  17: 11,
  40: 10,
  99: 21,
  150: 5,
};

interface StandardNote {
  readonly plan: NotePlan;
  readonly extras?: NoteExtras;
}

const byTable =
  (table: Readonly<Record<number, number>>) =>
  (index: number): number =>
    table[index] ?? 0;

const STANDARD: readonly StandardNote[] = [
  {
    plan: { key: 'tea', title: '冷泡茶的三个小秘密', topLevelComments: 28, repliesOf: byTable(TEA_REPLIES) },
    extras: { images: 5, likedCount: 12_431, hasOddities: true, packIndex: 0 },
  },
  {
    plan: { key: 'video', type: 'video', title: '雨天骑行生存指南', topLevelComments: 12 },
    extras: { packIndex: 1, hasOriginVideoKey: true },
  },
  {
    plan: { key: 'livephoto', title: '猫咪第一次坐火车', topLevelComments: 6 },
    extras: { images: 3, livePhoto: true, packIndex: 4 },
  },
  { plan: { key: 'untitled', title: '', topLevelComments: 5 }, extras: { packIndex: 5 } },
  { plan: { key: 'empty', title: '陶艺课做的第一只碗', topLevelComments: 0 }, extras: { packIndex: 6 } },
  {
    plan: { key: 'closed', title: '我的手账为什么越写越少', commentsClosed: true },
    extras: { packIndex: 7 },
  },
  {
    plan: {
      key: 'popular',
      title: '番茄牛腩懒人版',
      topLevelComments: 212,
      repliesOf: byTable(POPULAR_REPLIES),
      isFolded: (index) => index % 25 === 24,
    },
    extras: { images: 4, commentCount: 944, likedCount: 103_882, packIndex: 3 },
  },
  { plan: { key: 'removed', standing: 'removed' } },
  { plan: { key: 'under-review', standing: 'under-review' } },
  { plan: { key: 'forbidden', standing: 'forbidden' } },
];

/** The notes every world has, then those of the feed, then `threads`, so that it stands behind all others in the feed. */
export function createStandardNotes(
  seed: number,
  people: readonly WorldAuthor[],
  hostilePeople: readonly WorldAuthor[],
): readonly WorldNote[] {
  const standard = STANDARD.map(({ plan, extras }) => createNote(seed, plan, people, extras));
  const feed = Array.from({ length: 40 }, (_, index) => createFeedNote(seed, index, people));
  const threads = createNote(seed, THREADS_PLAN, people, { images: 3, likedCount: 8_250, packIndex: 4 });
  return [...standard, createHostileNote(seed, hostilePeople), ...feed, threads];
}

/** Titles walk through all packs, so that a feed does not show the same one twice side by side. */
function createFeedNote(seed: number, index: number, people: readonly WorldAuthor[]): WorldNote {
  const key = `feed-${index + 1}`;
  return createNote(seed, { key, ...(index % 7 === 3 ? { type: 'video' as const } : {}) }, people, {
    packIndex: index,
  });
}

/** People whose very names are meant to do harm. */
export function createHostilePeople(seed: number): readonly WorldAuthor[] {
  const random = createRandom(seedOf(seed, 'hostile people'));
  return HOSTILE_NICKNAMES.map((nickname) => createAuthor(random, nickname));
}

/** Everything that somebody could write is written to do harm, the names included. */
function createHostileNote(seed: number, people: readonly WorldAuthor[]): WorldNote {
  return createNote(
    seed,
    {
      key: 'hostile',
      title: HOSTILE_TITLE,
      desc: HOSTILE_DESC,
      topLevelComments: HARD_TEXTS.length,
      repliesOf: (index) => (index % 5 === 0 ? 2 : 0),
      contentOf: (index) => HARD_TEXTS[index % HARD_TEXTS.length],
    },
    people,
    { packIndex: 2, hasOddities: true },
  );
}
