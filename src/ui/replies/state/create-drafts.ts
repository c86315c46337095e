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
  const keep: Drafts['keep'] = async (subject, isPrepared = false) => {
    stopWaiting(toReplyKey(subject));
    const draft = textOf(subject);
    await inOrder(() => client('reply.draft', { ...toIds(subject), draft, isPrepared }));
  };
  until.addEventListener('abort', () => waiting.forEach((one) => one.keep()), { once: true });
  return {
    textOf,
    keep,
    inOrder,
    write: (subject, text) => {
      const key = toReplyKey(subject);
      setTyped(key, text);
      stopWaiting(key);
      // Failing here is no loss yet: it is kept with the next letter, and sent from here.
      const keepNow = () => void keep(subject).catch(() => undefined);
      waiting.set(key, { timer: setTimeout(keepNow, KEEP_AFTER_MS), keep: keepNow });
    },
    drop: (subject, left) => {
      stopWaiting(toReplyKey(subject));
      setTyped(toReplyKey(subject), left);
    },
  };
}

/** A comment's ids as calls name them. */
export const toIds = ({ noteId, commentId, rootCommentId }: ReplySubject) => ({
  noteId,
  commentId,
  ...omitUndefined({ rootCommentId }),
});
