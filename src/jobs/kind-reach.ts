import type { ActionEntry, ActionTarget } from '../model/actions/action-entry';
import type { AttemptMode } from '../model/actions/find-mode';
import type { ActionOutcome } from '../model/actions/page-action';
import type { ErrorReport } from '../model/errors';
import type { ExportRequest, ExportState } from '../model/export';
import type { Note } from '../model/note';
import type { PageRef } from '../model/page-ref';
import type { LinkRead } from '../model/providers/operation-output';
import type { Job } from '../model/jobs/job';
import type { Permit } from './acting/find-permit';

/** One loading of comments in one tab. */
export interface PageLoading {
  readonly tabId: number;
  readonly loadId: string;
}

/** How far a page has come that loads its comments; a number that is absent could not be learned. */
export interface LoadingNews {
  readonly steps?: number;
  /** Comments and replies in the page. */
  readonly shown?: number;
  /** Threads that were opened. */
  readonly expanded?: number;
  /** Absent: it goes on. `end`: all that the page lists is there. Else why it has stopped; `cancelled`: it was told to. */
  readonly over?: 'end' | ErrorReport;
}

/** What the kinds ask of the rest of the extension, beside providers. */
/** An attempt that a page is to make, or to be asked about. */
export interface ActionAttempt extends ActionTarget {
  readonly actionId: string;
  readonly mode: AttemptMode;
  /** The account has more than this one thing to do in its job. */
  readonly isQueued: boolean;
  /** When it was begun. */
  readonly since: number;
  /**
   * It was sent once, and nobody could tell what came of it: it is only looked for, for the so-many-th time. Absent: it is
   * made, unless it may have been already.
   */
  readonly looks?: number;
  /** The note is needed once more soon: a window that was opened for it stays. */
  readonly keepsOpen: boolean;
}

export interface KindReach {
  /** A note as it is stored. */
  findNote(noteId: string): Promise<Note | undefined>;
  /** What a text points at, as far as it says so itself; `undefined`: nothing of the site. Asks nobody. */
  readLink(text: string): PageRef | undefined;
  /** Where a link leads that a provider has followed; `undefined`: neither to a note nor to a person. */
  readLed(led: LinkRead): PageRef | undefined;
  /** Whether a second source may be asked for what the first one left open. */
  fillsFromNext(): Promise<boolean>;
  /** How long answers are kept, as the settings say. */
  keepsForMs(): Promise<number>;
  readonly files: {
    /** Begins to write a file under that id, unless it has been begun; fails as an export does. */
    begin(request: ExportRequest, exportId: string): Promise<void>;
    /** How it ended: resolves when the file is on the disk, or will not be. */
    end(exportId: string, signal: AbortSignal): Promise<ExportState>;
    cancel(exportId: string): Promise<void>;
  };
  readonly loading: {
    /**
     * Has the page in which the note is in front load its comments, in the tab that is named if it is there; one that does
     * so already goes on. Fails with the reason why no page may be touched now: `note-not-open`, `tab-hidden`, `captcha`…
     */
    begin(wanted: { noteId: string; tabId: number }, signal: AbortSignal): Promise<PageLoading>;
    /**
     * Resolves when the page has come further than was known, or has stopped; also when it was silent for a while, and then
     * with what is known. Asks the page only whether it is still there.
     */
    wait(
      loading: PageLoading,
      known: { steps: number; shown: number },
      signal: AbortSignal,
    ): Promise<LoadingNews>;
    /** Stops whatever loads the comments of this note. */
    stop(noteId: string): Promise<void>;
    /** Resolves when so many comments of the note are stored, or have not come within a moment. */
    stored(noteId: string, least: number, signal: AbortSignal): Promise<void>;
  };
  readonly acting: {
    /**
     * When this account may begin that action, by its pace, and how far it is taken under the settings of now; fails where
     * nothing may be done now. `actionId`: it was begun, and something may have come before it since; what a page has heard of
     * goes on at once, and is not told as `isUnheard`.
     */
    permit(
      target: ActionTarget,
      wanted: Pick<ActionAttempt, 'mode' | 'isQueued'> & {
        /** The order it belongs to: single replies of an account go out in the order in which they were given. */
        readonly job?: Pick<Job, 'jobId' | 'createdAt'>;
        readonly actionId?: string;
      },
      now: number,
    ): Promise<Permit & { readonly mode: AttemptMode; readonly isUnheard?: true }>;
    /** An attempt that no page has heard of is begun only now: the pace counts it from here on. */
    beginAnew(actionId: string, at: number): Promise<void>;
    /** Notes that the attempt has been begun while this browser runs; before that is written down for good. */
    announce(actionId: string, noteId: string): Promise<void>;
    /**
     * Has a page make the attempt, unless it was made already, and answers what it came to; `undefined`: it is still under
     * way. An attempt that a page may have made and of which nobody has heard the end is looked for, not made again.
     */
    take(attempt: ActionAttempt, signal: AbortSignal): Promise<ActionOutcome | undefined>;
    /** The job's attempts since it last was stopped or taken again, in the order in which they were begun. */
    listSinceStop(jobId: string): Promise<readonly ActionEntry[]>;
    /** No further gesture for this attempt. */
    stop(actionId: string): Promise<void>;
  };
}
