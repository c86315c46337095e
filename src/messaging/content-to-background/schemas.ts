import * as z from 'zod/mini';
import { actionOutcomeSchema } from '../../model/actions/action-outcome';

const MAX_BODY = 8_000_000;
const text = (length: number) => z.string().check(z.maxLength(length));
const orMissing = <T extends z.core.SomeType>(schema: T) => z.optional(schema);
const nothing = z.object({});

/** The same contract as `types.ts`, checked in the background: what a page sends is believed only after this. */
export const contentToBackground = {
  'capture.report': {
    input: z.object({
      url: text(8_000),
      status: z.number(),
      body: text(MAX_BODY),
      requestBody: orMissing(text(200_000)),
      pageUrl: text(8_000),
      at: z.number(),
    }),
    output: nothing,
  },
  'page.report': {
    input: z.object({
      url: text(8_000),
      title: orMissing(text(2_000)),
      visible: orMissing(z.boolean()),
      loggedIn: orMissing(z.boolean()),
      viewerId: orMissing(text(64)),
      overlayNoteId: orMissing(text(64)),
      refusal: orMissing(text(2_000)),
      captcha: orMissing(z.boolean()),
      initialState: orMissing(text(MAX_BODY)),
      commentsEnd: orMissing(z.enum(['end-marker', 'login-wanted', 'none'])),
      pinnedCommentIds: orMissing(z.array(text(64)).check(z.maxLength(20))),
      listedCommentIds: orMissing(z.array(text(64)).check(z.maxLength(200))),
      wantsLook: orMissing(z.boolean()),
      at: z.number(),
    }),
    output: z.object({ capture: z.boolean() }),
  },
  'loading.report': {
    input: z.object({
      loadId: text(64),
      noteId: text(64),
      running: z.boolean(),
      steps: z.number(),
      shown: z.number(),
      expanded: z.number(),
      stoppedBy: orMissing(
        z.enum([
          'end',
          'user',
          'limit',
          'stop-sign',
          'login-wanted',
          'hidden',
          'note-left',
          'stalled',
          'page-changed',
        ]),
      ),
      sign: orMissing(text(100)),
      at: z.number(),
    }),
    output: nothing,
  },
  'action.report': {
    input: z.object({
      actionId: text(64),
      phase: z.enum(['looking', 'preparing', 'ready', 'waiting', 'pasting', 'sent', 'over', 'unknown']),
      outcome: orMissing(actionOutcomeSchema),
      at: z.number(),
    }),
    output: z.object({ known: z.boolean() }),
  },
  'state.changed': { input: z.object({ pageUrl: text(8_000), at: z.number() }), output: nothing },
} as const;
