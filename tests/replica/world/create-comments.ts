import { createImage } from './create-media';
import { EMOJI_CODES } from './emoji-codes';
import { HARD_TEXTS } from './hard-texts';
import { createHexId, createOddHexId, type IdForm } from './hex-id';
import type { Random } from './random';
import {
  COMMENT_OPENERS,
  COMMENT_REMARKS,
  COMMENT_TAILS,
  PLACES,
  REAL_EMOJI,
  REPLY_PHRASES,
  type TopicPack,
} from './topics';
import type { WorldAuthor, WorldComment, WorldImage } from './types';

/** How the comments of one note come about. */
export interface CommentRecipe {
  readonly noteId: string;
  readonly noteTime: number;
  readonly noteAuthor: WorldAuthor;
  readonly people: readonly WorldAuthor[];
  readonly pack: TopicPack;
  readonly topLevel: number;
  readonly repliesOf: (index: number) => number;
  readonly contentOf: (index: number) => string | undefined;
  /** Of top-level comments. */
  readonly isFolded: (index: number) => boolean;
  /** The first comment is pinned, and some ids take the forms that spreadsheets damage. */
  readonly hasOddities: boolean;
}

const ODD_FORMS: readonly IdForm[] = ['plain', 'one-e', 'digits', 'leading-zeros', 'one-e'];
const NO_PICTURES: readonly WorldImage[] = [];
const NO_PEOPLE: readonly WorldAuthor[] = [];
const NO_REPLIES: readonly WorldComment[] = [];

/** All top-level comments of a note with their replies, newest threads last, in one go (100,000 take about a second). */
export function createComments(random: Random, recipe: CommentRecipe): readonly WorldComment[] {
  let serial = 0;
  const nextSerial = (): number => serial++;
  return Array.from({ length: recipe.topLevel }, (_, index) => {
    const root = createOne(random, recipe, {
      serial: nextSerial(),
      index,
      after: recipe.noteTime,
      isReply: false,
    });
    const count = recipe.repliesOf(index);
    if (count === 0) return root;
    return {
      ...root,
      replies: createReplies(random, recipe, root, { count, nextSerial, threadIndex: index }),
    };
  });
}

interface Place {
  readonly serial: number;
  readonly index: number;
  /** Not written before this. */
  readonly after: number;
  readonly isReply: boolean;
}

function createOne(random: Random, recipe: CommentRecipe, place: Place): WorldComment {
  const wished = place.after + random.between(60_000, 3 * 86_400_000);
  const form = recipe.hasOddities && !place.isReply ? (ODD_FORMS[place.index] ?? 'plain') : 'plain';
  const { id, createTime } =
    form === 'plain'
      ? { id: createHexId(random, wished), createTime: wished }
      : createOddHexId(random, wished, form);
  const isNoteAuthor = random.chance(place.isReply ? 0.25 : 0.03);
  const mentions = random.chance(0.04) ? [random.pick(recipe.people)] : NO_PEOPLE;
  const content = recipe.contentOf(place.serial) ?? createContent(random, recipe.pack, place, mentions);
  return {
    id,
    noteId: recipe.noteId,
    author: isNoteAuthor ? recipe.noteAuthor : random.pick(recipe.people),
    content,
    createTime,
    ipLocation: random.chance(0.7) ? random.pick(PLACES) : undefined,
    likeCount: likesOf(random, recipe, place),
    status: random.chance(0.02) ? random.pick([3, -2]) : 0,
    isNoteAuthor,
    pinned: recipe.hasOddities && !place.isReply && place.index === 0,
    folded: !place.isReply && recipe.isFolded(place.index),
    pictures: random.chance(0.06) ? [createImage(random, 'comment/')] : NO_PICTURES,
    mentions,
    replies: NO_REPLIES,
    targetCommentId: undefined,
    targetAuthor: undefined,
  };
}

function likesOf(random: Random, recipe: CommentRecipe, place: Place): number {
  if (recipe.hasOddities && !place.isReply && place.index === 0) return 12_876;
  return random.chance(0.5) ? 0 : random.between(1, place.isReply ? 40 : 900);
}

function createContent(
  random: Random,
  pack: TopicPack,
  place: Place,
  mentions: readonly WorldAuthor[],
): string {
  const at = mentions.map((person) => `@${person.nickname} `).join('');
  if (random.chance(0.04)) return at + random.pick(HARD_TEXTS);
  const spoken = place.isReply
    ? random.pick(REPLY_PHRASES)
    : `${random.pick(COMMENT_OPENERS)}，${random.pick(pack.subjects)}${random.pick(COMMENT_REMARKS)}${random.pick(COMMENT_TAILS)}`;
  const code = random.chance(0.25) ? `[${random.pick(EMOJI_CODES)}]` : '';
  const emoji = random.chance(0.15) ? random.pick(REAL_EMOJI) : '';
  return at + spoken + code + emoji;
}

interface Thread {
  readonly count: number;
  readonly nextSerial: () => number;
  readonly threadIndex: number;
}

/** Replies in order of time. About one in eight answers another reply, one in forty a comment that is gone. */
function createReplies(
  random: Random,
  recipe: CommentRecipe,
  root: WorldComment,
  thread: Thread,
): WorldComment[] {
  const replies: WorldComment[] = [];
  let after = root.createTime;
  for (let index = 0; index < thread.count; index += 1) {
    const made = createOne(random, recipe, { serial: thread.nextSerial(), index, after, isReply: true });
    const earlier = replies.length > 0 && random.chance(0.125) ? random.pick(replies) : root;
    const isTargetGone = random.chance(0.025);
    replies.push({
      ...made,
      targetCommentId: isTargetGone ? createHexId(random, made.createTime - 30_000) : earlier.id,
      targetAuthor: isTargetGone ? random.pick(recipe.people) : earlier.author,
    });
    after = made.createTime;
  }
  return replies;
}
