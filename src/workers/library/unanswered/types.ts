import type { UnansweredEntry } from '../../../insights/unanswered/find-unanswered';
import type { QueueSort } from '../../../insights/unanswered/rank-unanswered';

export interface UnansweredQuery {
  readonly noteIds: readonly string[];
  /** The site's id of the user, who answers beside each note's author. */
  readonly viewerId?: string | undefined;
  readonly sort: QueueSort;
}

export interface UnansweredFound {
  /** Ranked. */
  readonly entries: readonly UnansweredEntry[];
  /** Comments and replies that were looked at. */
  readonly read: number;
  /** Notes of which the list of comments is not known to be whole. */
  readonly notWhole: number;
}

export interface UnansweredApi {
  /** Looks through the stored comments of these notes. */
  'unanswered.find'(query: UnansweredQuery): Promise<UnansweredFound>;
}
