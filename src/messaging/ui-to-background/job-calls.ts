import * as z from 'zod/mini';
import { ERROR_CODES } from '../../model/errors';
import { jobSchema } from '../../model/jobs/job';
import { JOB_KINDS } from '../../model/jobs/job-kind.catalog';
import { amountsSchema } from '../../model/providers/price';
import { estimateSchema } from '../../model/providers/run';

const job = { input: z.object({ jobId: z.string() }), output: jobSchema };
/** As `model/jobs/job-inputs` says for the kind; `invalid-input` for what is not. */
const order = { kind: z.enum(JOB_KINDS), input: z.unknown() };

/** What pages of the extension may ask of jobs. How a job stands they read in the database. */
export const jobCalls = {
  /**
   * Writes a job down; it begins by itself. `agreed`: the user has seen what it may cost; `confirmed`: and what it deletes, else
   * `deletion-unconfirmed`.
   */
  'job.start': {
    input: z.object({
      ...order,
      title: z.optional(z.string()),
      agreed: z.boolean(),
      confirmed: z.optional(z.boolean()),
      budget: z.optional(amountsSchema),
    }),
    output: jobSchema,
    once: true,
  },
  /**
   * About what it would cost, as far as that can be told: `calls` is rounded up where it is a guess. Asks nobody.
   * `budget`: the most it may cost; absent: as the settings say.
   */
  'job.estimate': {
    input: z.object({ ...order, budget: z.optional(amountsSchema) }),
    output: z.object({ ...estimateSchema.shape, isGuess: z.boolean() }),
  },
  /** Jobs that cannot even be written now, and why: what the database says of them is how they were. */
  'job.list-stuck': {
    input: z.object({}),
    output: z.array(z.object({ jobId: z.string(), code: z.enum(ERROR_CODES) })),
  },
  'job.pause': job,
  'job.resume': job,
  'job.cancel': job,
  /** Ends a paused job with what it has brought; what it was still to bring is named as missing. */
  'job.conclude': job,
  /** Takes what failed or came short again; `itemId`: that one alone. */
  'job.retry': { input: z.object({ jobId: z.string(), itemId: z.optional(z.string()) }), output: jobSchema },
  /** The list of a job `enrich-authors` with the profiles, as CSV for spreadsheets with headers in that language. */
  'job.people-csv': {
    input: z.object({ jobId: z.string(), language: z.enum(['zh-CN', 'en']) }),
    output: z.object({ text: z.string(), rows: z.number() }),
  },
  /** The user has seen how it ended: no window tells it beside its note any more. */
  'job.put-away': job,
  /** Forgets the job; what it has brought stays. */
  'job.remove': { input: z.object({ jobId: z.string() }), output: z.object({}) },
  /** The most it may cost from now on; a job that its budget has stopped goes on with `job.resume`. */
  'job.set-budget': { input: z.object({ jobId: z.string(), budget: amountsSchema }), output: jobSchema },
} as const;
