import type { NotePlan } from '../types';
import { createComments } from './create-comments';
import { createImage, createVideo } from './create-media';
import { createHexId } from './hex-id';
import { createRandom, hexDigits, seedOf, type Random } from './random';
import { PLACES, TOPIC_PACKS, type TopicPack } from './topics';
import type { WorldAuthor, WorldComment, WorldNote } from './types';

/** What the standard notes fix beyond a plan. */
export interface NoteExtras {
  readonly images?: number;
  readonly livePhoto?: boolean;
  readonly author?: WorldAuthor;
  /** What the site says, where that is more than it lists. */
  readonly commentCount?: number;
  readonly likedCount?: number;
  readonly hasOddities?: boolean;
  readonly hasOriginVideoKey?: boolean;
  readonly packIndex?: number;
}

/**
 * Just after a time whose hex digits are `68000000`, so that lowering the digits of a later time to decimal ones
 * (ids made of digits only) never leads to a time before the note.
 */
const FIRST_NOTE_AT = 0x68000000 * 1000;
const NOTE_SPAN_MS = 300 * 86_400_000;

/** A note and, on first use, its comments. The same seed, key and people give the same note. */
export function createNote(
  seed: number,
  plan: NotePlan,
  people: readonly WorldAuthor[],
  extras: NoteExtras = {},
): WorldNote {
  const random = createRandom(seedOf(seed, 'note', plan.key));
  const pack =
    TOPIC_PACKS[(extras.packIndex ?? random.between(0, TOPIC_PACKS.length - 1)) % TOPIC_PACKS.length] ??
    random.pick(TOPIC_PACKS);
  const time =
    extras.hasOddities === true
      ? FIRST_NOTE_AT + 0xabc000
      : (plan.time ?? FIRST_NOTE_AT + random.between(1, NOTE_SPAN_MS));
  const noteId = createHexId(random, time);
  const author = extras.author ?? random.pick(people);
  const type = plan.type ?? 'normal';
  const mentions = random.chance(0.2) ? [random.pick(people)] : [];
  const topLevel = plan.topLevelComments ?? random.between(2, 9);
  const repliesOf = plan.repliesOf ?? repliesBySeed(seed, plan.key);
  const total = countAll(topLevel, repliesOf);
  let comments: readonly WorldComment[] | undefined;
  return {
    noteId,
    key: plan.key,
    standing: plan.standing ?? 'public',
    type,
    title: plan.title ?? random.pick(pack.titles),
    desc: plan.desc ?? createDesc(pack, mentions),
    author,
    time,
    lastUpdateTime: time + (random.chance(0.3) ? random.between(60_000, 86_400_000) : 0),
    ipLocation: random.chance(0.7) ? random.pick(PLACES) : undefined,
    images: createImages(random, type, extras),
    video: type === 'video' ? createVideo(random, extras.hasOriginVideoKey ?? random.chance(0.8)) : undefined,
    tags: pack.tags.map((name) => ({ id: hexDigits(random, 24), name, type: 'topic' })),
    mentions,
    likedCount: extras.likedCount ?? random.between(0, 6_000),
    collectedCount: random.between(0, 3_000),
    shareCount: random.between(0, 800),
    commentCount: plan.commentsClosed === true ? 0 : (extras.commentCount ?? total),
    commentsClosed: plan.commentsClosed ?? false,
    get comments() {
      comments ??=
        plan.commentsClosed === true
          ? []
          : createComments(createRandom(seedOf(seed, 'comments', plan.key)), {
              noteId,
              noteTime: time,
              noteAuthor: author,
              people,
              pack,
              topLevel,
              repliesOf,
              contentOf: plan.contentOf ?? ((): undefined => undefined),
              isFolded: plan.isFolded ?? ((): boolean => false),
              hasOddities: extras.hasOddities ?? false,
            });
      return comments;
    },
  };
}

function createImages(random: Random, type: 'normal' | 'video', extras: NoteExtras): WorldNote['images'] {
  const count = type === 'video' ? 1 : (extras.images ?? random.between(1, 6));
  return Array.from({ length: count }, (_, index) =>
    createImage(
      random,
      random.pick(['', 'notes_pre_post/', 'spectrum/'] as const),
      extras.livePhoto === true && index < 2,
    ),
  );
}

function createDesc(pack: TopicPack, mentions: readonly WorldAuthor[]): string {
  const at = mentions.map((person) => `@${person.nickname} `).join('');
  const topics = pack.tags.map((name) => `#${name}[话题]#`).join(' ');
  return `${pack.desc}\n${at}${topics}`;
}

/** Replies for the n-th comment when the plan does not say: mostly none. */
function repliesBySeed(seed: number, key: string): (index: number) => number {
  return (index) => {
    const random = createRandom(seedOf(seed, key, 'replies', index));
    return random.chance(0.7) ? 0 : random.between(1, 5);
  };
}

function countAll(topLevel: number, repliesOf: (index: number) => number): number {
  let total = topLevel;
  for (let index = 0; index < topLevel; index += 1) total += repliesOf(index);
  return total;
}
