import type * as z from 'zod/mini';
import type { ActionEntry } from '../model/actions/action-entry';
import type { ErrorReport } from '../model/errors';
import type { AppError } from '../model/errors';
import { jobInputs } from '../model/jobs/job-inputs';
import type { JobInput } from '../model/jobs/job-inputs';
import type { JobKindName } from '../model/jobs/job-kind.catalog';
import type { JobItem, JobLogEntry } from '../model/jobs/job-item';
import type { Job } from '../model/jobs/job';
import type { ProgressGain } from '../model/jobs/job-progress';
import type { RunReport } from '../model/providers/run';
import type { ClosedList, EnginePorts, JobCallTerms, JobReaders, Rows, StoredRows } from './ports';

/** An item that a job begins with, or that a step has found. One that is known already is left as it is. */
export interface NewItem<Work> {
  readonly itemId: string;
  readonly work: Work;
  readonly label?: string | undefined;
  readonly noteId?: string | undefined;
  /** It came short without being asked for: only a retry asks. Absent: it is open. */
  readonly state?: 'short';
}

/** Where an item stands after a step. */
export interface ItemOutcome<Work> {
  readonly state: JobItem['state'];
  /** Absent: as before. */
  readonly work?: Work;
  readonly label?: string | undefined;
  /**
   * Only now it shows what the item is about: from here on it is this one, in its place and in this state. Where that one
   * is known already, it stood there twice, and goes without a trace.
   */
  readonly becomes?: NewItem<Work>;
  /** What it has gained in that case, where that differs. */
  readonly repeated?: ProgressGain;
  /** Further items of the job. */
  readonly next?: readonly NewItem<Work>[];
  readonly gain?: ProgressGain;
  /** The list that the item was about, where nobody gives more of it. */
  readonly closes?: ClosedList;
  /** An attempt at an action, as it stands now; kept in the log of actions. */
  readonly attempts?: ActionEntry;
  /** When the item goes on, of one that is still open. */
  readonly notBefore?: number;
  /** The place of another item that it waits for: from here on it stands behind that one, and never in its way. */
  readonly behind?: number;
  readonly error?: ErrorReport;
  /** The whole job waits for the user, and says why, unless it was they who stopped it elsewhere. */
  readonly pause?: { readonly error?: ErrorReport };
  /** What the log says of it. */
  readonly event?: JobLogEntry['event'];
}

/** What a step has read, and how it goes on once that is stored. Both happen in one transaction, or neither. */
export interface StepResult<Work> {
  readonly rows?: Rows;
  /** How the answer came about, if a provider gave it. */
  readonly report?: RunReport;
  /** Pure; called within the transaction. */
  readonly settle: (stored: StoredRows) => ItemOutcome<Work>;
}

/** What a step is busy with: asking providers, waiting for a file that is written or a page that loads, or acting in a page. */
export type PlaceKind = 'calls' | 'files' | 'pages' | 'gestures';

export interface StepContext<Input, Work> {
  readonly job: Job;
  readonly input: Input;
  readonly item: JobItem;
  readonly work: Work;
  readonly ask: EnginePorts['ask'];
  readonly reach: EnginePorts['reach'];
  readonly readers: Pick<JobReaders, 'findItem' | 'listItems' | 'readComments'>;
  readonly terms: JobCallTerms;
  readonly now: () => number;
}

export interface Leaving {
  readonly reach: EnginePorts['reach'];
  readonly isOver: boolean;
}

/** How a job ends when none of its items is open any more. */
export interface JobEnd {
  readonly state: 'done' | 'partial' | 'failed';
  readonly error?: ErrorReport;
}

export interface FinishContext<Input> {
  readonly job: Job;
  readonly input: Input;
  readonly readers: JobReaders;
  readonly store: EnginePorts['store'];
  readonly markGone: EnginePorts['markGone'];
  readonly now: () => number;
}

/**
 * A kind of durable work. A step is one request or one action; it writes nothing itself: what it has read and where the
 * item stands then is stored by the engine in one transaction. Killed anywhere, a step is taken again.
 */
export interface JobKind<Name extends JobKindName, Work> {
  readonly name: Name;
  readonly workSchema: z.ZodMiniType<Work>;
  /** Items taken at the same time, at most. */
  readonly sideBySide: number;
  /** Whose places its steps take; absent: those of `calls`. */
  readonly places?: PlaceKind;
  /** Items are taken strictly in their order: one that waits for its time keeps all others waiting. */
  readonly inOrder?: boolean;
  /** A pause ends the step that is under way, too: it costs nothing and goes on for long. */
  readonly stopsAtOnce?: boolean;
  readonly plan: (input: JobInput<Name>) => readonly NewItem<Work>[];
  readonly step: (context: StepContext<JobInput<Name>, Work>) => Promise<StepResult<Work>>;
  /**
   * A way on after a failure that only this kind knows; `undefined`: as the engine does with all failures. `isLast`: it
   * would not try again.
   */
  readonly recover?: (
    context: StepContext<JobInput<Name>, Work>,
    error: AppError,
    after: { readonly isLast: boolean },
  ) => ItemOutcome<Work> | undefined;
  /**
   * What an open item has set going outside is told that the job was paused, or that it is over (cancelled, removed). Must
   * not fail for what is not there any more.
   */
  readonly leave?: (work: Work, leaving: Leaving) => Promise<void>;
  /** An open item, as it goes on after a pause, or after its job was cancelled (`wasOver`); absent: where it stands. */
  readonly resumed?: (work: Work, wasOver: boolean) => Work;
  /** An item that failed or came short, as it is taken again `at` that time; absent: where it stands. */
  readonly again?: (work: Work, state: JobItem['state'], at: number) => Work;
  /** What is left to do when all items are over; taken again when it was cut short. Absent: `done`, or `partial`. */
  readonly finish?: (context: FinishContext<JobInput<Name>>) => Promise<JobEnd>;
}

/** A kind as the engine sees it: it parses what the database kept. */
export interface AnyJobKind {
  readonly name: JobKindName;
  readonly sideBySide: number;
  readonly places: PlaceKind;
  readonly inOrder: boolean;
  readonly stopsAtOnce: boolean;
  plan(input: unknown): readonly NewItem<unknown>[];
  step(context: StepContext<unknown, unknown>): Promise<StepResult<unknown>>;
  recover(
    context: StepContext<unknown, unknown>,
    error: AppError,
    after: { readonly isLast: boolean },
  ): ItemOutcome<unknown> | undefined;
  again(work: unknown, state: JobItem['state'], at: number): unknown;
  readonly resumed: ((work: unknown, wasOver: boolean) => unknown) | undefined;
  leave: ((work: unknown, leaving: Leaving) => Promise<void>) | undefined;
  finish: ((context: FinishContext<unknown>) => Promise<JobEnd>) | undefined;
}

/** Names the types of a kind and takes them away again: input and work are parsed whenever they are used. */
export function defineJobKind<Name extends JobKindName, Work>(kind: JobKind<Name, Work>): AnyJobKind {
  const toInput = (input: unknown) => jobInputs[kind.name].parse(input) as JobInput<Name>;
  const toOwn = (context: StepContext<unknown, unknown>): StepContext<JobInput<Name>, Work> => ({
    ...context,
    input: toInput(context.input),
    work: kind.workSchema.parse(context.work),
  });
  const { finish, leave, resumed } = kind;
  return {
    name: kind.name,
    sideBySide: kind.sideBySide,
    places: kind.places ?? 'calls',
    inOrder: kind.inOrder ?? false,
    stopsAtOnce: kind.stopsAtOnce ?? false,
    plan: (input) => kind.plan(toInput(input)),
    step: async (context) => (await kind.step(toOwn(context))) as StepResult<unknown>,
    recover: (context, error, after) => kind.recover?.(toOwn(context), error, after),
    again: (work, state, at) => kind.again?.(kind.workSchema.parse(work), state, at) ?? work,
    resumed: resumed && ((work, wasOver) => resumed(kind.workSchema.parse(work), wasOver)),
    leave: leave && (async (work, leaving) => leave(kind.workSchema.parse(work), leaving)),
    finish: finish && ((context) => finish({ ...context, input: toInput(context.input) })),
  };
}
