import type { ReplyPlan } from '../../../model/replies/reply-plan';
import type { StoredDatabase } from '../../database';

/** Every plan of the user's for a comment, of all notes. */
export const listReplyPlans = (database: StoredDatabase): Promise<ReplyPlan[]> =>
  database.getAll('replyPlans');
