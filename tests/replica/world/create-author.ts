import { createHexId } from './hex-id';
import { hexDigits, type Random } from './random';
import { NICKNAME_HEADS, NICKNAME_TAILS, PLACES } from './topics';
import type { WorldAuthor } from './types';

const FIRST_ACCOUNT_AT = Date.UTC(2016, 0, 1);
const LAST_ACCOUNT_AT = Date.UTC(2024, 11, 31);

/** Somebody who does not exist. The id's first digits are the day of registration. */
export function createAuthor(random: Random, nickname?: string): WorldAuthor {
  const userId = createHexId(random, random.between(FIRST_ACCOUNT_AT, LAST_ACCOUNT_AT));
  return {
    userId,
    redId: random.text(1, '123456789') + random.text(random.between(8, 10), '0123456789'),
    nickname: nickname ?? random.pick(NICKNAME_HEADS) + random.pick(NICKNAME_TAILS),
    avatarUrl: `https://sns-avatar-qc.xhscdn.com/avatar/${hexDigits(random, 24)}.jpg?imageView2/2/w/120/format/jpg`,
    desc: random.pick(['', '分享日常\n慢慢来', '合作请私信', '记录生活的小事 ✨', '=1+1 也是简介']),
    gender: random.pick([0, 1, 1, 2] as const),
    ipLocation: random.chance(0.7) ? random.pick(PLACES) : undefined,
    follows: random.between(0, 900),
    fans: random.chance(0.1) ? random.between(10_000, 2_000_000) : random.between(0, 9_999),
    likedAndCollected: random.between(0, 300_000),
  };
}
