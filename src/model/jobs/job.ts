import * as z from 'zod/mini';
import { errorReportSchema } from '../error-report';
import { amountsSchema } from '../providers/price';
import { JOB_KINDS } from './job-kind.catalog';
import { jobProgressSchema } from './job-progress';

/**
 * `queued`: wants to run. `running`: at work. `waiting`: goes on by itself at `notBefore`. `paused`: goes on when the user
 * says so; `error` says why where it was not the user who paused. The others are ends: `partial`: over, and something
 * of it could not be had, which the items name.
 */
export const JOB_STATES = [
  'queued',
  'running',
  'waiting',
  'paused',
  'done',
  'partial',
  'failed',
  'cancelled',
] as const;

export type JobState = (typeof JOB_STATES)[number];

/** Where a job may go from where it is. */
const MOVES: Readonly<Record<JobState, readonly JobState[]>> = {
  queued: ['running', 'waiting', 'paused', 'done', 'partial', 'failed', 'cancelled'],
  running: ['queued', 'waiting', 'paused', 'done', 'partial', 'failed', 'cancelled'],
  waiting: ['queued', 'running', 'paused', 'done', 'partial', 'failed', 'cancelled'],
  paused: ['queued', 'cancelled'],
  done: [],
  partial: ['queued'],
  failed: ['queued'],
  cancelled: ['queued'],
};

/** Whether a job in the one state may come into the other. */
export const mayMove = (from: JobState, to: JobState): boolean => MOVES[from].includes(to);

/** States in which a job goes on without the user. */
export const ACTIVE_STATES = ['queued', 'running', 'waiting'] as const satisfies readonly JobState[];

export const isActive = ({ state }: Pick<Job, 'state'>): boolean =>
  (ACTIVE_STATES as readonly JobState[]).includes(state);

/** Whether it goes on, or would be taken up again if the user said so. */
export const mayGoOn = ({ state }: Pick<Job, 'state'>): boolean => MOVES[state].length > 0;

export const isOver = ({ state }: Pick<Job, 'state'>): boolean => !isActive({ state }) && state !== 'paused';

/** A piece of durable work: a plain record, which is all there is of it between two steps. Times are epoch ms. */
export const jobSchema = z.object({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  /** As `job-inputs` says for the kind; parsed where it is used. */
  input: z.unknown(),
  /** What it is about, in words of the user's world: a note's title, a search. Absent: the kind's name says it all. */
  title: z.optional(z.string()),
  /** The note it is about, where it is one. */
  noteId: z.optional(z.string()),
  state: z.enum(JOB_STATES),
  progress: jobProgressSchema,
  /** When it goes on, of one that waits. */
  notBefore: z.optional(z.number()),
  /** Why it is paused, failed or partial. */
  error: z.optional(errorReportSchema),
  /** The most it may cost, by currency; absent: as the settings say. */
  budget: z.optional(amountsSchema),
  /** The user has seen what it may cost: an unknown price does not stop it. */
  agreed: z.boolean(),
  /** `background`: one step at a time beside what users wait for, more when nobody waits. */
  priority: z.enum(['user', 'background']),
  createdAt: z.number(),
  updatedAt: z.number(),
  startedAt: z.optional(z.number()),
  endedAt: z.optional(z.number()),
  /**
   * Ids of notes and people that were forgotten since it began, where it could still come upon them behind a link or in a list: they
   * are passed over. Gone with the job, or when there is nothing left that it could find.
   */
  forgotten: z.optional(z.array(z.string())),
  /** When the user put how it ended out of sight; an end that came later is shown again. */
  putAwayAt: z.optional(z.number()),
});

export type Job = z.infer<typeof jobSchema>;
