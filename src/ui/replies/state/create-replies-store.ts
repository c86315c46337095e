import { signal, type ReadonlySignal } from '@preact/signals';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { ReplyAttempt } from '../../../model/replies/reply-attempt';
import { toReplyKey } from '../../../model/replies/reply-plan';
import type { Aside, ReplyPlan } from '../../../model/replies/reply-plan';
import type { Ports } from '../../shell/ports';
import { createRefresher } from '../../stores/create-refresher';
import { createDrafts, toIds } from './create-drafts';

/** Which comment is answered: by its id, and the thread in which it stands. */
export interface ReplySubject {
  readonly noteId: string;
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
}

export interface RepliesStore {
  /** What the user means to answer, by `toReplyKey`. */
  readonly plans: ReadonlySignal<ReadonlyMap<string, ReplyPlan>>;
  /** How the last order to answer each comment stands, by `toReplyKey`. */
  readonly attempts: ReadonlySignal<ReadonlyMap<string, ReplyAttempt>>;
  /** What stands in the comment's box. */
  textOf(subject: ReplySubject): string;
  /** Puts a text into the box; it is kept a moment later, over restarts too. */
  write(subject: ReplySubject, text: string): void;
  /** Under which saved account it is said; `undefined`: the browser's own login. Kept with the draft. */
  accountOf(subject: ReplySubject): string | undefined;
  setAccount(subject: ReplySubject, account: string | undefined): void;
  /** Sends what stands in the box: by itself, the user has pressed send here; or as far as into the page's own box. */
  send(subject: ReplySubject, mode?: 'send' | 'assist'): Promise<void>;
  /** Keeps what stands in the box for the next queue, or takes it out again. */
  prepare(subject: ReplySubject, isPrepared: boolean): Promise<void>;
  sendPrepared(subjects: readonly ReplySubject[]): Promise<void>;
  setAside(subject: ReplySubject, aside: Aside | undefined): Promise<void>;
  /** What was stopped goes on; what failed or is uncertain is taken up again (which looks first whether it came through). */
  goOn(attempt: ReplyAttempt): Promise<void>;
  /** Holds these, and whatever else is in their jobs, until the user says go on. */
  pause(attempts: readonly ReplyAttempt[]): Promise<void>;
  /** Ends its whole queue. */
  cancel(attempt: ReplyAttempt): Promise<void>;
  /** Takes it alone out of its queue, while it waits for its turn. */
  leaveOut(attempt: ReplyAttempt): Promise<void>;
  /** Puts the words of an attempt that came to nothing into the box again. */
  edit(attempt: ReplyAttempt): void;
}

/** A job moves on many times a second: so often attempts are read again at most, ms. */
const REST_MS = 250;

type Own = Pick<Ports, 'client' | 'readers' | 'onEvent'>;

/** Drafts and orders of replies, for as long as the page is open; all changes go through the background, in their order. */
export function createRepliesStore(ports: Own, until: AbortSignal): RepliesStore {
  const { client } = ports;
  const { plans, attempts } = readPlansAndAttempts(ports, until);
  const drafts = createDrafts(ports, plans, until);
  const { textOf, write, accountOf, setAccount, inOrder } = drafts;
  return {
    ...{ plans, attempts, textOf, write, accountOf, setAccount },
    send: async (subject, mode = 'send') => {
      const content = textOf(subject).trim();
      const said = { ...toIds(subject), content, mode, ...omitUndefined({ account: accountOf(subject) }) };
      drafts.drop(subject, content);
      try {
        await inOrder(() => client('comment.reply', said));
      } catch (thrown) {
        write(subject, content);
        throw thrown;
      }
      drafts.drop(subject, '');
    },
    prepare: async (subject, isPrepared) => {
      await drafts.keep(subject, isPrepared);
      drafts.drop(subject);
    },
    sendPrepared: async (subjects) => {
      await inOrder(() => client('reply.send-prepared', { comments: subjects.map(toIds) }));
    },
    setAside: async (subject, aside) => {
      await inOrder(() => client('reply.set-aside', { ...toIds(subject), aside: aside ?? null }));
    },
    goOn: async ({ jobId, itemId, state }) => {
      if (state.is === 'stopped' || state.is === 'cancelled') await client('job.resume', { jobId });
      else await client('job.retry', { jobId, itemId });
    },
    pause: async (held) => {
      for (const jobId of new Set(held.map((attempt) => attempt.jobId))) await client('job.pause', { jobId });
    },
    cancel: async ({ jobId }) => {
      await client('job.cancel', { jobId });
    },
    leaveOut: async ({ jobId, itemId }) => {
      await client('reply.leave-out', { jobId, itemId });
    },
    edit: (attempt) => {
      write(attempt, attempt.content);
      setAccount(attempt, attempt.accountId);
    },
  };
}

/** Both as they are stored, read again whenever one of them has changed. */
function readPlansAndAttempts(
  { readers, onEvent }: Own,
  until: AbortSignal,
): Pick<RepliesStore, 'plans' | 'attempts'> {
  const plans = signal<ReadonlyMap<string, ReplyPlan>>(new Map());
  const attempts = signal<ReadonlyMap<string, ReplyAttempt>>(new Map());
  const readPlans = createRefresher(async () => {
    plans.value = new Map((await readers.listReplyPlans()).map((plan) => [toReplyKey(plan), plan]));
  });
  const readAttempts = createRefresher(async () => {
    const list = await readers.listReplyAttempts();
    attempts.value = new Map(list.map((attempt) => [toReplyKey(attempt), attempt]));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What could not be read now is read with the next change.
  const quietly = (reading: Promise<unknown>) => void reading.catch(() => undefined);
  const readSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      quietly(readAttempts());
    }, REST_MS);
  };
  onEvent('replies.changed', () => quietly(readPlans()), until);
  onEvent('job.changed', readSoon, until);
  onEvent('stored.removed', () => quietly(Promise.all([readPlans(), readAttempts()])), until);
  until.addEventListener('abort', () => clearTimeout(timer), { once: true });
  quietly(Promise.all([readPlans(), readAttempts()]));
  return { plans, attempts };
}
