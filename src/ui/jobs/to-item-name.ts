import type { JobItem } from '../../model/jobs/job-item';
import type { Texts } from '../text-context';

/** What a part is: its own words, else what its id says: a note, its list of comments, a thread. */
export function toItemName({ itemId, label, noteId }: JobItem, { t }: Texts): string {
  if (itemId === 'list') return t('jobs.item-list');
  if (noteId === undefined) return label ?? itemId;
  if (itemId === noteId) return label ?? t('jobs.item-comments', { id: noteId });
  if (itemId === `${noteId}/note`) return label ?? t('jobs.item-note', { id: noteId });
  if (itemId.startsWith(`${noteId}/`)) return t('jobs.item-thread', { id: itemId.slice(noteId.length + 1) });
  return label ?? itemId;
}
