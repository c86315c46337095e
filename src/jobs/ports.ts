import type { ActionEntry } from '../model/actions/action-entry';
import type { AuthorSighting } from '../model/author';
import type { Collection, Comment, CommentSighting } from '../model/comment';
import type { AppError } from '../model/errors';
import type { Job, JobState } from '../model/jobs/job';
import type { JobItem, JobLogEntry } from '../model/jobs/job-item';
import type { Note, NoteSighting } from '../model/note';
import type { OperationInput, OperationName } from '../model/providers/operation';
import type { OperationOutput } from '../model/providers/operation-output';
import type { Amounts } from '../model/providers/price';
import type { ProviderId } from '../model/providers/provider.catalog';
import type { RunReport } from '../model/providers/run';
import type { Observation } from '../model/values/observation';
import type { Spent } from './take-stock';
import type { KindReach } from './kind-reach';

/** An answer of a provider, how it came about, and what to store it under. */
export interface Served<Name extends OperationName> {
  readonly value: OperationOutput<Name>;
  readonly report: RunReport;
  readonly observation: Observation;
}

/** On which terms a job asks; see `providers/policies/call`. */
export interface JobCallTerms {
  readonly runId: string;
  readonly jobId: string;
  readonly agreed: boolean;
  readonly signal: AbortSignal;
  readonly jobBudget?: Amounts | undefined;
  readonly maxAgeMs?: number | undefined;
  readonly without?: readonly ProviderId[] | undefined;
}

/** Asks providers; fails as the gateway does. */
export type AskProviders = <Name extends OperationName>(
  operation: Name,
  input: OperationInput<Name>,
  terms: JobCallTerms,
) => Promise<Served<Name>>;

/** A page of comments as a source told it. */
export interface CommentRows {
  readonly noteId: string;
  readonly level: 'top' | 'replies';
  readonly rootCommentId?: string | undefined;
  readonly comments: readonly CommentSighting[];
  readonly hasMore: boolean;
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean }>>;
  /** The list is read from the newest on until what is known. */
  readonly untilKnown?: boolean | undefined;
}

/** A list of comments, or of a thread's replies, that is read as far as it goes. */
export interface ClosedList {
  readonly noteId: string;
  readonly rootCommentId?: string | undefined;
  /** Read until a page was known, not to its end. */
  readonly isJoined: boolean;
  /** The source gave no way on to what it, or its number, says is still there. */
  readonly isBrokenOff: boolean;
}

/** What one step has read. All of it is stored, in the transaction that moves the job on. */
export interface Rows {
  readonly observation: Observation;
  readonly comments?: CommentRows;
  readonly notes?: readonly NoteSighting[];
  readonly authors?: readonly AuthorSighting[];
}

/** What storing a step's rows came to. */
export interface StoredRows {
  /** Comments and people that this job had not brought before; of notes, all. */
  readonly fresh: number;
  /** Rows that were not stored at all before. */
  readonly added: number;
  /** Comments of the page that were stored before, as they were. */
  readonly before: ReadonlyMap<string, Comment>;
  /** Since when the list has been read anew without coming to what was known: what was seen since is no end of it. */
  readonly gapSince?: number | undefined;
  /** Until when the list was read to its end; what a page alone has shown since, or ever, joins nothing. Absent: never. */
  readonly wholeAt?: number | undefined;
  /** Threads of which a refresh has seen before that they have grown, and that are not read since → what their roots promise. */
  readonly grown?: ReadonlyMap<string, number | undefined>;
}

/** The stores of jobs, within one transaction. */
export interface JobStores {
  readonly jobs: {
    find(jobId: string): Promise<Job | undefined>;
    list(states: readonly JobState[]): Promise<Job[]>;
    put(job: Job): Promise<void>;
    remove(jobId: string): Promise<void>;
  };
  readonly jobItems: {
    find(jobId: string, itemId: string): Promise<JobItem | undefined>;
    put(item: JobItem): Promise<void>;
    add(items: readonly JobItem[]): Promise<number>;
    list(jobId: string, states: readonly JobItem['state'][]): Promise<JobItem[]>;
    count(jobId: string, state: JobItem['state']): Promise<number>;
    remove(jobId: string, itemId: string): Promise<void>;
    removeOfJob(jobId: string): Promise<void>;
  };
  readonly jobLog: {
    append(jobId: string, line: Omit<JobLogEntry, 'jobId' | 'seq'>): Promise<void>;
    removeOfJob(jobId: string): Promise<void>;
  };
  /** Stores what a step of the job has read. */
  saveRows(jobId: string, rows: Rows): Promise<StoredRows>;
  /** Keeps that nobody gives more of the list. */
  closeList(list: ClosedList): Promise<void>;
  /** Keeps an attempt at an action; one that is known is written over. */
  saveAttempt(entry: ActionEntry): Promise<void>;
  /** Keeps what a collection came to beside the note's list of comments. */
  saveCollection(noteId: string, collection: Collection): Promise<void>;
}

/** What jobs read outside of a transaction. */
export interface JobReaders {
  listActive(): Promise<Job[]>;
  /** Open items of a job in their order, at most `limit`. */
  listOpenItems(jobId: string, limit: number): Promise<JobItem[]>;
  listItems(jobId: string, state: JobItem['state']): Promise<JobItem[]>;
  findItem(jobId: string, itemId: string): Promise<JobItem | undefined>;
  /** What the ledger says that the job has cost, without these runs; see `take-stock`. */
  sumSpent(jobId: string, without?: ReadonlySet<string>): Promise<Spent>;
  findNote(noteId: string): Promise<Note | undefined>;
  /** All comments of a note in batches. */
  readComments(noteId: string): AsyncIterable<readonly Comment[]>;
}

/** What was stored, for those who show it. */
export interface JobNews {
  readonly job: Job;
  readonly rows?: Rows | undefined;
  readonly stored?: StoredRows | undefined;
  /** It is over as of now, and was not before. */
  readonly isEnd?: boolean | undefined;
}

/** Everything that the engine reaches outside of `jobs`, handed in. */
export interface EnginePorts {
  readonly now: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly readers: JobReaders;
  /** ONE transaction that changes jobs themselves, whatever the user lets be stored. */
  readonly change: <Value>(write: (stores: JobStores) => Promise<Value>) => Promise<Value>;
  /**
   * ONE transaction that stores what was read, too; `undefined` when nothing may be stored now. `isSmall`: it brings no rows,
   * and is kept on a disk that takes none any more.
   */
  readonly store: <Value>(
    write: (stores: JobStores) => Promise<Value>,
    isSmall?: boolean,
  ) => Promise<Value | undefined>;
  /** Marks as gone what a complete collection has not brought; see `storage/repositories/comments`. */
  readonly markGone: (noteId: string, collection: { jobId: string; startedAt: number }) => Promise<number>;
  readonly ask: AskProviders;
  readonly reach: KindReach;
  /** Whether anything may be read and stored now. */
  readonly mayRun: () => Promise<boolean>;
  /** Runs the task while nobody else does, in this or another life of the background. */
  readonly lock: (task: () => Promise<void>) => Promise<void>;
  readonly keepAwake: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Sees to it that `Engine.wake` is called at that time or soon after, also in a later life; `undefined`: not at all. */
  readonly wakeAt: (at: number | undefined) => Promise<void>;
  readonly onNews: (news: JobNews) => void;
  /** The job could not even be written, so it says nothing of this itself; it is tried again in a while. */
  readonly onStuck: (jobId: string, error: AppError) => void;
  /** What went wrong beside a job, and is nobody's answer. */
  readonly onAside: (thrown: unknown) => void;
}
