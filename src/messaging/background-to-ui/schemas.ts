import * as z from 'zod/mini';
import { ERROR_CODES } from '../../model/errors';
import { exportStateSchema } from '../../model/export';

/**
 * Events from the background to every open page of the extension. They say what changed, not how it looks now: the
 * reader looks again, in the database or by a call.
 */
export const backgroundToUi = {
  /** The tab shows something else, or more is known of what it shows. */
  'page.changed': z.object({ tabId: z.number() }),
  'note.changed': z.object({ noteId: z.string() }),
  'author.changed': z.object({ authorKey: z.string() }),
  'topic.changed': z.object({ topicId: z.string() }),
  /** A key was saved or removed, a provider taken out or put back, a balance read, hosts opened to us. */
  'providers.changed': z.object({}),
  /** Attempts were added to the ledger. */
  'ledger.changed': z.object({}),
  /** Comments of the note were added or changed. */
  'comments.changed': z.object({ noteId: z.string(), added: z.number() }),
  'export.changed': exportStateSchema,
  /**
   * A job has moved on, or has another state. `noteId` when it is about one note; `stuck`: why it could not even be
   * written, and stands as it was.
   */
  'job.changed': z.object({
    jobId: z.string(),
    noteId: z.optional(z.string()),
    stuck: z.optional(z.enum(ERROR_CODES)),
  }),
  /** What the user means to answer under the note was changed. */
  'replies.changed': z.object({ noteId: z.string() }),
  'settings.changed': z.object({}),
  /** Templates were written, used or removed. */
  'templates.changed': z.object({}),
  /** Messages of the notification page were kept. */
  'notifications.changed': z.object({}),
  /** A login was saved, changed or removed, or one is being added. */
  'accounts.changed': z.object({}),
  /** Notes were forgotten with a while to undo it, or that was undone. */
  'trash.changed': z.object({}),
  /** A backup is being put in: how far, or how it ended. */
  'restore.changed': z.object({}),
  /** Stored things were removed; `noteId` when of one note. */
  'stored.removed': z.object({ noteId: z.optional(z.string()) }),
} as const;

export type BackgroundToUi = typeof backgroundToUi;
export type EventName = keyof BackgroundToUi;
