import type { UnansweredEntry } from '../../../../insights/unanswered/find-unanswered';
import { isAnswering } from '../../../../model/replies/reply-attempt';
import type { ReplyAttempt } from '../../../../model/replies/reply-attempt';
import { isSetAside, toReplyKey } from '../../../../model/replies/reply-plan';
import type { ReplyPlan } from '../../../../model/replies/reply-plan';

/** A line of what has been written: a draft that is ready, or an order. */
export interface WrittenLine {
  readonly noteId: string;
  readonly commentId: string;
  readonly rootCommentId?: string | undefined;
  readonly plan?: ReplyPlan | undefined;
  readonly attempt?: ReplyAttempt | undefined;
}

export interface SortedOut {
  /** Wait for an answer, ranked. */
  readonly open: readonly UnansweredEntry[];
  readonly questions: number;
  /** Of those, of which not all replies were read. */
  readonly unsure: number;
  /** Skipped, put off, done. */
  readonly aside: readonly UnansweredEntry[];
  /** Ready drafts first, then orders, the newest first. */
  readonly written: readonly WrittenLine[];
  /** In the order in which they were made ready. */
  readonly prepared: readonly ReplyPlan[];
  /** Orders whose turn comes, or has come. */
  readonly underWay: readonly ReplyAttempt[];
  /** Orders that wait until the user says go on. */
  readonly stopped: readonly ReplyAttempt[];
}

export interface SortingTerms {
  readonly plans: ReadonlyMap<string, ReplyPlan>;
  readonly attempts: ReadonlyMap<string, ReplyAttempt>;
  /** Notes that are looked at. */
  readonly noteIds: ReadonlySet<string>;
  readonly now: number;
}

/** Where each unanswered comment stands by what the user has done about it. */
export function sortOut(entries: readonly UnansweredEntry[], terms: SortingTerms): SortedOut {
  const { plans, attempts, noteIds, now } = terms;
  const open: UnansweredEntry[] = [];
  const aside: UnansweredEntry[] = [];
  let [questions, unsure] = [0, 0];
  for (const entry of entries) {
    const key = toReplyKey(entry);
    const plan = plans.get(key);
    const attempt = attempts.get(key);
    if (plan?.isPrepared || (attempt && isAnswered(attempt))) continue;
    if (isSetAside(plan?.aside, now)) aside.push(entry);
    else {
      open.push(entry);
      if (entry.isQuestion) questions += 1;
      if (entry.mayBeAnswered) unsure += 1;
    }
  }
  const isHere = ({ noteId }: { readonly noteId: string }) => noteIds.has(noteId);
  const prepared = [...plans.values()]
    .filter((plan) => plan.isPrepared && isHere(plan))
    .sort((a, b) => a.updatedAt - b.updatedAt);
  const ordered = [...attempts.values()].filter(isHere).sort((a, b) => b.orderedAt - a.orderedAt);
  return {
    ...{ open, questions, unsure, aside, prepared },
    written: [
      ...prepared.map((plan) => ({ ...toIds(plan), plan })),
      ...ordered.map((attempt) => ({ ...toIds(attempt), attempt })),
    ],
    underWay: ordered.filter(({ state }) => state.is === 'queued' || state.is === 'sending'),
    stopped: ordered.filter(({ state }) => state.is === 'stopped'),
  };
}

/** What was ordered is no work any more, unless it came to nothing. */
const isAnswered = ({ state }: ReplyAttempt): boolean =>
  isAnswering(state) || state.is === 'stopped' || state.is === 'uncertain';

const toIds = ({ noteId, commentId, rootCommentId }: WrittenLine) => ({ noteId, commentId, rootCommentId });
