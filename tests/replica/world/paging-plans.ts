import type { NotePlan } from '../types';

/** How many threads of `threads` have how many replies: 63 threads with 143 replies in all. */
const THREADS: readonly { readonly threads: number; readonly replies: number }[] = [
  { threads: 40, replies: 1 },
  { threads: 15, replies: 2 },
  { threads: 5, replies: 5 },
  { threads: 2, replies: 12 },
  { threads: 1, replies: 24 },
];
const REPLIES = THREADS.flatMap(({ threads, replies }) => Array.from({ length: threads }, () => replies));
/** Every so many comments one has replies, so that they lie on many pages. */
const STEP = 12;

/**
 * The note `threads`: 944 comments in 801 threads. Most replies come embedded in their thread, for some a call of
 * their own is needed; how many at least, `minimumCalls` says.
 */
export const THREADS_PLAN: NotePlan = {
  key: 'threads',
  title: '邻居家的猫会自己按电梯',
  topLevelComments: 801,
  repliesOf: (index) => (index % STEP === 0 ? (REPLIES[index / STEP] ?? 0) : 0),
};

/** Place among `world.authors` of the one who has written all of `PROLIFIC_PLANS`. */
export const PROLIFIC_AUTHOR = 7;

/**
 * 45 notes of one person, for `startReplica({ notes: PROLIFIC_PLANS })`: several pages of a person's notes, of a search
 * for `连载` and of a topic. Every fifth is a video.
 */
export const PROLIFIC_PLANS: readonly NotePlan[] = Array.from({ length: 45 }, (_, index) => ({
  key: `serial-${String(index + 1)}`,
  title: `阳台种菜连载第${String(index + 1)}天`,
  author: PROLIFIC_AUTHOR,
  topLevelComments: 3,
  ...(index % 5 === 4 ? { type: 'video' as const } : {}),
}));
