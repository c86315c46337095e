import type { StoredNotification } from '../../../model/records';
import type { StoredDatabase } from '../../database';

/** The messages of the notification page that are kept, newest first, at most `limit`. */
export async function listNotifications(
  database: StoredDatabase,
  limit: number,
): Promise<StoredNotification[]> {
  const messages = await database.getAll('notifications');
  const toTime = ({ at, firstSeenAt }: StoredNotification) => at ?? firstSeenAt;
  return messages.sort((a, b) => toTime(b) - toTime(a)).slice(0, limit);
}
