import { findActWork, readMode, toAttemptState } from '../replies/reply-attempt';
import type { ReplyState } from '../replies/reply-attempt';
import type { Job } from '../jobs/job';
import type { JobItem } from '../jobs/job-item';
import type { ActionEntry } from './action-entry';
import type { ActionName } from './action.catalog';

/** What one press does that says nothing: the first three are taken back by the next press, the last cannot be. */
export type DeedTopic = 'like' | 'favorite' | 'like-comment' | 'delete-own-comment';

const TOPICS: Readonly<Partial<Record<ActionName, { readonly topic: DeedTopic; readonly isOn: boolean }>>> = {
  like: { topic: 'like', isOn: true },
  unlike: { topic: 'like', isOn: false },
  favorite: { topic: 'favorite', isOn: true },
  unfavorite: { topic: 'favorite', isOn: false },
  'like-comment': { topic: 'like-comment', isOn: true },
  'unlike-comment': { topic: 'like-comment', isOn: false },
  'delete-own-comment': { topic: 'delete-own-comment', isOn: true },
};

/** The newest order of one account to do such a thing to a note or to one of its comments. */
export interface Deed {
  readonly noteId: string;
  readonly commentId?: string | undefined;
  readonly topic: DeedTopic;
  /** Whether it is done, or taken back. */
  readonly isOn: boolean;
  readonly viewerId: string;
  readonly jobId: string;
  readonly itemId: string;
  /** Epoch ms. */
  readonly orderedAt: number;
  readonly state: ReplyState;
}

/** How an order stands, by its job, its item in it, and what the log says of the last attempt; `undefined`: it says something. */
export function toDeed(
  job: Job,
  item: JobItem,
  entry: Pick<ActionEntry, 'outcome'> | undefined,
): Deed | undefined {
  const work = findActWork(item);
  const kind = work && TOPICS[work.target.action];
  if (!work || !kind) return undefined;
  const { noteId, commentId, viewerId } = work.target;
  const terms = { stage: work.stage, mode: work.mode ?? readMode(job.input), outcome: entry?.outcome };
  return {
    ...{ ...kind, noteId, commentId, viewerId },
    ...{ jobId: job.jobId, itemId: item.itemId, orderedAt: job.createdAt },
    state: toAttemptState(job, item, terms),
  };
}

/** One string for what is done to what by whom, for maps; without a comment: to the note itself. */
export const toDeedKey = ({
  topic,
  commentId = '',
  viewerId,
}: Pick<Deed, 'topic' | 'commentId' | 'viewerId'>) => `${topic}/${commentId}/${viewerId}`;

/** While an order stands so, the same is not ordered once more; what is uncertain may be: whoever does it looks first. */
export const isUnderWay = ({ state: { is } }: Pick<Deed, 'state'>): boolean =>
  is === 'queued' || is === 'sending' || is === 'stopped';

/** What an attempt says about how something stands since its end: `true`, it is done; `undefined`: nothing. */
export function toSwitch(
  entry: ActionEntry,
): { readonly key: string; readonly isOn: boolean; readonly at: number } | undefined {
  const kind = TOPICS[entry.action];
  const isKnown = entry.outcome?.is === 'done' || entry.outcome?.is === 'already';
  if (!kind || !isKnown) return undefined;
  return { key: toDeedKey({ ...entry, topic: kind.topic }), isOn: kind.isOn, at: entry.endedAt ?? entry.at };
}
