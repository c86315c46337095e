import * as z from 'zod/mini';

/** Why a comment is not among those to be answered now, though nobody has answered it. */
export const asideSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('skipped') }),
  /** Until then, epoch ms. */
  z.object({ is: z.literal('snoozed'), until: z.number() }),
  /** Dealt with some other way. */
  z.object({ is: z.literal('done') }),
]);

export type Aside = z.infer<typeof asideSchema>;

/** What the user means to do about one comment: a draft of the answer, or that it is set aside. */
export const replyPlanSchema = z.object({
  noteId: z.string(),
  commentId: z.string(),
  /** The thread in which it stands, where it is a reply. */
  rootCommentId: z.optional(z.string()),
  /** As it was typed, with line breaks; absent: nothing is written. */
  draft: z.optional(z.string()),
  /** The draft is ready: it goes out with the next queue. */
  isPrepared: z.optional(z.boolean()),
  /** Which saved account is to say it, by the site's id; absent: the browser's own login. */
  account: z.optional(z.string()),
  aside: z.optional(asideSchema),
  updatedAt: z.number(),
});

export type ReplyPlan = z.infer<typeof replyPlanSchema>;

/** One string for a comment, for maps. */
export const toReplyKey = ({
  noteId,
  commentId,
}: {
  readonly noteId: string;
  readonly commentId: string;
}): string => `${noteId}/${commentId}`;

/** Whether a comment is out of the queue now by the user's own word. */
export const isSetAside = (aside: Aside | undefined, now: number): boolean =>
  aside !== undefined && (aside.is !== 'snoozed' || aside.until > now);

/** Whether there is anything in the plan that is worth keeping. */
export const isEmptyPlan = ({ draft, aside }: ReplyPlan): boolean =>
  (draft === undefined || draft.trim() === '') && aside === undefined;
