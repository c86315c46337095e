import * as z from 'zod/mini';
import { countShape, idShape, lenient, numberShape, textShape, timeShape } from '../rows/read-shape';

const tagShape = z.object({ id: textShape, name: textShape, type: textShape });

/** `get_note_detail` (Parse.bot's page of the scraper with a sample, 2026-05). Counts are text, times milliseconds. */
export const noteShape = z.object({
  note_id: idShape,
  type: textShape,
  title: textShape,
  description: textShape,
  time: timeShape,
  last_update_time: timeShape,
  ip_location: textShape,
  user: lenient(z.object({ user_id: textShape, nickname: textShape, avatar: textShape })),
  images: z.nullish(z.array(z.object({ url: textShape, width: numberShape, height: numberShape }))),
  video: lenient(
    z.object({
      url: textShape,
      width: numberShape,
      height: numberShape,
      duration: numberShape,
      format: textShape,
    }),
  ),
  tags: lenient(z.array(tagShape)),
  interact_info: z.object({
    liked_count: countShape,
    collected_count: countShape,
    comment_count: countShape,
    share_count: countShape,
  }),
});

/** `get_user_profile` (the same page, 2026-05). It does not say whose it is: the id that was asked for is. */
export const profileShape = z.object({
  nickname: z.string().check(z.minLength(1)),
  description: textShape,
  avatar: textShape,
  gender: lenient(z.union([z.number(), z.string()])),
  red_id: textShape,
  follows: countShape,
  fans: countShape,
  ip_location: textShape,
  tags: lenient(z.array(z.object({ type: textShape, name: textShape }))),
});
