import * as z from 'zod/mini';
import { actionOutcomeSchema } from './action-outcome';

/** Where an attempt is in its page, as the page last said; kept as long as the browser runs. */
export const actingStateSchema = z.object({
  actionId: z.string(),
  noteId: z.string(),
  /** Who acts. */
  viewerId: z.optional(z.string()),
  /** Under a saved login, in a tab of its own; absent: under the browser's own. */
  isUnderSaved: z.optional(z.boolean()),
  /** The page that was asked; absent: none yet. */
  tabId: z.optional(z.number()),
  /** `ordered`: no page has heard of it. `asked`: one was asked, and has not answered yet. `lost`: its page is gone, or has forgotten it. */
  phase: z.enum([
    'ordered',
    'asked',
    'looking',
    'preparing',
    'ready',
    'waiting',
    'pasting',
    'sent',
    'over',
    'lost',
  ]),
  /** The page may have made the gesture, or the user in it. */
  mayBeSent: z.boolean(),
  /** Its job was paused or cancelled meanwhile. */
  isStopped: z.optional(z.boolean()),
  outcome: z.optional(actionOutcomeSchema),
  updatedAt: z.number(),
});

export type ActingState = z.infer<typeof actingStateSchema>;

/** A window that was opened for acting; closed when it is not needed any more. */
export const actingWindowSchema = z.object({
  tabId: z.number(),
  windowId: z.number(),
  noteId: z.string(),
  /** Under whose saved login it stands; absent: the browser's own. */
  viewerId: z.optional(z.string()),
  /** Of one under a saved login: its page has been asked for. */
  isSent: z.optional(z.boolean()),
});

export type ActingWindow = z.infer<typeof actingWindowSchema>;
