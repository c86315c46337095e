import * as z from 'zod/mini';
import { restoreModeSchema, restoreStateSchema } from '../../model/backup/backup-file';
import { jobSchema } from '../../model/jobs/job';
import { exportRequestSchema, exportStateSchema } from '../../model/export';
import { mediaRequestSchema } from '../../model/exports/media-request';
import { stopSignSchema, tabPageSchema } from '../../model/page-state';
import { failureSchema, pageNameSchema, problemSchema } from '../../model/problems/problem';
import { trashedNotesSchema } from '../../model/records';
import { captureKindsSchema, settingsSchema } from '../../model/settings';
import { accountCalls } from './account-calls';
import { actingCalls } from './acting-calls';
import { jobCalls } from './job-calls';
import { providerCalls } from './provider-calls';
import { replyCalls } from './reply-calls';
import { templateCalls } from './template-calls';

const nothing = z.object({});
const tab = z.object({ tabId: z.number() });

/** Everything a page of the extension (popup, side panel, welcome…) may ask of the background. */
export const uiToBackground = {
  ...providerCalls,
  ...jobCalls,
  ...actingCalls,
  ...replyCalls,
  ...templateCalls,
  ...accountCalls,
  /** The welcome page was answered. `agreed: false` takes an earlier yes back and stores nothing from then on. */
  'consent.answer': {
    input: z.object({ agreed: z.boolean(), capture: captureKindsSchema }),
    output: settingsSchema,
  },
  /** Changes the named settings and answers all of them. Consent is not among them: see `consent.answer`. */
  'settings.change': {
    input: z.object({ patch: z.partial(z.omit(settingsSchema, { consent: true })) }),
    output: settingsSchema,
  },
  /** What is known of the tab without asking its page; it may have moved on since. */
  'page.known': { input: tab, output: z.nullable(tabPageSchema) },
  /** What the tab shows; asks the page anew when it can be reached. `access-withheld` when the browser keeps us out. */
  'page.find': { input: tab, output: z.nullable(tabPageSchema) },
  /**
   * "Load comments for me" in the tab, for this note only: a job, which is paused and cancelled as all are. One that is
   * there for the note goes on. Fails where the note is not in front in that tab, or the site has asked to stop.
   */
  'loading.start': { input: z.object({ tabId: z.number(), noteId: z.string() }), output: jobSchema },
  /** The stop sign that stops everything, until the user says go on; `null`: there is none. */
  'stop-sign.find': { input: nothing, output: z.nullable(stopSignSchema) },
  /** The user saw the stop sign and says go on: the one that stops everything in whichever tab, else that of the tab. */
  'stop-sign.dismiss': { input: tab, output: nothing },
  /** Opens a link, short link or share text in a tab; answers which, and where it led when that is known at once. */
  'link.open': {
    input: z.object({ text: z.string() }),
    output: z.object({ tabId: z.number(), url: z.string() }),
    once: true,
  },
  /** Starts an export and answers its first state at once; progress comes as `export.changed`. */
  'export.start': { input: exportRequestSchema, output: exportStateSchema, once: true },
  /** The same for pictures and video. `media-access-withheld`: the browser does not let us on to the CDN yet. */
  'media.start': { input: mediaRequestSchema, output: exportStateSchema, once: true },
  /** Stops an export that is being written; nothing is saved. */
  'export.cancel': { input: z.object({ exportId: z.string() }), output: nothing },
  /** The exports of this browser session, media among them, newest first. */
  'export.list': { input: nothing, output: z.array(exportStateSchema) },
  /** Removes a note with its comments, snapshots and reports. */
  'note.forget': { input: z.object({ noteId: z.string() }), output: z.object({ comments: z.number() }) },
  /** Forgets notes with a while to undo it: they are removed when `dueAt` has come, whether a window is open or not. */
  'notes.forget': {
    input: z.object({ noteIds: z.array(z.string()) }),
    output: trashedNotesSchema,
    once: true,
  },
  /** Undoes that; `false`: they are gone already. */
  'notes.restore': { input: z.object({ trashId: z.string() }), output: z.object({ restored: z.boolean() }) },
  /** What can still be undone, the latest first. */
  'trash.list': { input: nothing, output: z.array(trashedNotesSchema) },
  /** Removes at once what could still be brought back: a backup is not to hold it. */
  'trash.empty': { input: nothing, output: nothing },
  /** Puts the backup that lies unpacked among what is stored; how far it is comes as `restore.changed`. */
  'restore.start': {
    input: z.object({ mode: restoreModeSchema, total: z.number(), skipped: z.number() }),
    output: restoreStateSchema,
    once: true,
  },
  /** Goes on with one that was stopped. */
  'restore.resume': { input: nothing, output: z.nullable(restoreStateSchema) },
  /** The last one; `null`: there was none, or it was dismissed. */
  'restore.find': { input: nothing, output: z.nullable(restoreStateSchema) },
  /** Puts its outcome out of sight; what of it is still to be put in is given up. */
  'restore.dismiss': { input: nothing, output: nothing },
  /** Removes everything that is known of a person: profile, notes, comments, mentions. */
  'person.forget': {
    input: z.object({ authorKey: z.string() }),
    output: z.object({ notes: z.number(), comments: z.number() }),
  },
  /** Removes what is kept of a topic's page; its notes stay. */
  'topic.forget': { input: z.object({ topicId: z.string() }), output: nothing },
  /** Deletes the whole database, settings and saved consent. */
  'everything.delete': { input: nothing, output: nothing },
  /** An error in a page of the extension that nobody caught. */
  'problem.report': { input: z.object({ page: pageNameSchema, failure: failureSchema }), output: nothing },
  /** The last problems, newest first. */
  'problem.list': { input: nothing, output: z.array(problemSchema) },
  'problem.clear': { input: nothing, output: nothing },
  /** What is stored, by kind, and how large it is (bytes as the browser estimates). */
  'storage.measure': {
    input: nothing,
    output: z.object({
      notes: z.number(),
      comments: z.number(),
      authors: z.number(),
      usedBytes: z.nullable(z.number()),
      persisted: z.boolean(),
    }),
  },
} as const;

export type UiToBackground = typeof uiToBackground;
