import * as z from 'zod/mini';
import { ACTION_NAMES } from './action.catalog';

const hour = z.number().check(z.int(), z.minimum(0), z.maximum(23));

/**
 * How acting in pages is held back. People lose accounts to tools that are faster than a person; nothing the site says
 * tells where its limits are, so these keep far below what a busy person does by hand.
 */
export const actingSettingsSchema = z.object({
  /** Between two actions of one account: at least so long, and up to so much longer by chance. */
  minGapMs: z.number().check(z.minimum(1_000)),
  jitterMs: z.number().check(z.minimum(0)),
  /** Most of each action that one account does a day, by the local calendar. */
  dailyCaps: z.record(z.enum(ACTION_NAMES), z.number().check(z.int(), z.minimum(0))),
  /** Hours of the local day in which nothing is done; `null`: none. `from` 23 and `to` 7 is the night. */
  quietHours: z.nullable(z.object({ from: hour, to: hour })),
  /** All but the last gesture, everywhere: nothing is ever sent. */
  rehearse: z.boolean(),
  /** Queues press send themselves. Off: each text is put into the box and the user presses. */
  sendsQueues: z.boolean(),
});

export type ActingSettings = z.infer<typeof actingSettingsSchema>;

export const DEFAULT_ACTING_SETTINGS: ActingSettings = {
  minGapMs: 45_000,
  jitterMs: 30_000,
  dailyCaps: {
    like: 60,
    unlike: 60,
    favorite: 60,
    unfavorite: 60,
    comment: 15,
    reply: 30,
    'like-comment': 60,
    'unlike-comment': 60,
    'delete-own-comment': 15,
  },
  quietHours: { from: 0, to: 7 },
  rehearse: false,
  sendsQueues: false,
};
