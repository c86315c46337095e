import { signal, type ReadonlySignal } from '@preact/signals';
import { createQueue, type Queue } from '../../../lib/create-queue';
import { omitUndefined } from '../../../lib/omit-undefined';
import { toReplyKey } from '../../../model/replies/reply-plan';
import type { ReplyPlan } from '../../../model/replies/reply-plan';
import type { Ports } from '../../shell/ports';
import type { ReplySubject } from './create-replies-store';

/** What stands in the boxes, kept a moment after it was typed. */
export interface Drafts {
  textOf(subject: ReplySubject): string;
  write(subject: ReplySubject, text: string): void;
  /** Which saved account says it; `undefined`: the browser's own login. */
  accountOf(subject: ReplySubject): string | undefined;
  /** Chooses who says it, and, for as long as the page is open, who says what is begun under the same note after it. */
  setAccount(subject: ReplySubject, account: string | undefined): void;
  /** Keeps what stands there now; resolves when it is stored. */
  keep(subject: ReplySubject, isPrepared?: boolean): Promise<void>;
  /** What stands there has become something else: it is kept no more. */
  drop(subject: ReplySubject, left?: string): void;
  /** All changes of one comment's plan go out in their order. */
  readonly inOrder: Queue;
}

/** What is typed is kept once nothing was typed for so long, ms. */
const KEEP_AFTER_MS = 300;

export function createDrafts(
  { client }: Pick<Ports, 'client'>,
  plans: ReadonlySignal<ReadonlyMap<string, ReplyPlan>>,
  until: AbortSignal,
): Drafts {
  /** What was typed here, until it is stored. */
  const typed = signal<ReadonlyMap<string, string>>(new Map());
  const inOrder = createQueue();
  const waiting = new Map<
    string,
    { readonly timer: ReturnType<typeof setTimeout>; readonly keep: () => void }
  >();
  const setTyped = (key: string, text: string | undefined) => {
    const next = new Map(typed.peek());
    if (text === undefined) next.delete(key);
    else next.set(key, text);
    typed.value = next;
  };
  const textOf = (subject: ReplySubject) => {
    const key = toReplyKey(subject);
    return typed.value.get(key) ?? plans.value.get(key)?.draft ?? '';
  };
  const stopWaiting = (key: string) => {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
  };
  const { accountOf, choose } = createChoice(plans);
  const keep: Drafts['keep'] = async (subject, isPrepared = false) => {
    stopWaiting(toReplyKey(subject));
    const draft = { draft: textOf(subject), ...omitUndefined({ account: accountOf(subject) }) };
    await inOrder(() => client('reply.draft', { ...toIds(subject), ...draft, isPrepared }));
  };
  const write: Drafts['write'] = (subject, text) => {
    const key = toReplyKey(subject);
    setTyped(key, text);
    stopWaiting(key);
    // Failing here is no loss yet: it is kept with the next letter, and sent from here.
    const keepNow = () => void keep(subject).catch(() => undefined);
    waiting.set(key, { timer: setTimeout(keepNow, KEEP_AFTER_MS), keep: keepNow });
  };
  until.addEventListener('abort', () => waiting.forEach((one) => one.keep()), { once: true });
  return {
    textOf,
    keep,
    inOrder,
    write,
    accountOf,
    setAccount: (subject, account) => {
      choose(subject, account);
      if (textOf(subject) !== '') write(subject, textOf(subject));
    },
    drop: (subject, left) => {
      stopWaiting(toReplyKey(subject));
      setTyped(toReplyKey(subject), left);
    },
  };
}

/** Who says what: as it was chosen here, else as it is kept with the draft, else as under the same note before. */
function createChoice(plans: ReadonlySignal<ReadonlyMap<string, ReplyPlan>>) {
  const chosen = signal<ReadonlyMap<string, string | undefined>>(new Map());
  const lastOf = new Map<string, string | undefined>();
  return {
    accountOf: (subject: ReplySubject) => {
      const key = toReplyKey(subject);
      if (chosen.value.has(key)) return chosen.value.get(key);
      const plan = plans.value.get(key);
      return plan?.draft === undefined ? lastOf.get(subject.noteId) : plan.account;
    },
    choose: (subject: ReplySubject, account: string | undefined) => {
      lastOf.set(subject.noteId, account);
      chosen.value = new Map(chosen.peek()).set(toReplyKey(subject), account);
    },
  };
}

/** A comment's ids as calls name them. */
export const toIds = ({ noteId, commentId, rootCommentId }: ReplySubject) => ({
  noteId,
  commentId,
  ...omitUndefined({ rootCommentId }),
});
