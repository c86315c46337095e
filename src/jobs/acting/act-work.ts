import * as z from 'zod/mini';
import { actionEntrySchema, actionTargetSchema } from '../../model/actions/action-entry';

const attempt = {
  target: actionTargetSchema,
  actionId: z.string(),
  begunAt: z.number(),
  /** How far it is taken; absent: as far as the job says. */
  mode: z.optional(actionEntrySchema.shape.mode),
};

/**
 * One target of a queue. `due`: waits for its turn. `begun`: the attempt is written down, and the page may have made the
 * gesture; it is never made again before that is known. `sent`: nobody could tell what came of it; it is looked for.
 */
export const actWorkSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('due'), target: actionTargetSchema }),
  z.object({ stage: z.literal('begun'), ...attempt }),
  z.object({ stage: z.literal('sent'), ...attempt, looks: z.number() }),
]);

export type ActWork = z.infer<typeof actWorkSchema>;
export type BegunWork = Extract<ActWork, { stage: 'begun' | 'sent' }>;
