import type { backupZhCN } from '../../zh-CN/library/backup';

export const backupEn: Record<keyof typeof backupZhCN, string> = {
  'backup.title': 'Backup',
  'backup.hint':
    'The whole database as one file: notes, comments, people, lists, trends, jobs and the ledger of calls. Keys, logins, settings and cached answers of providers are not in it. It holds what other people wrote: keep it safe.',
  'backup.button': 'Save a backup',
  'backup.writing': 'Writing the backup',
  'backup.progress': '{done} of {total} {total|record|records}',
  'backup.keep-open': 'Please leave this page open until it is written.',
  'backup.saving': 'Saving the file',
  'backup.failed': 'No backup was saved',
  'backup.done': 'Backup saved: {rows} {rows|record|records}, {size}',
  'restore.title': 'Restore',
  'restore.hint':
    'From a backup file, also one of an older version. The whole file is checked first, then you are asked what to do; nothing is changed before.',
  'restore.choose': 'Choose a backup',
  'restore.failed': 'Nothing was restored',
  'restore.reading': 'Reading the file',
  'restore.checking': 'Checking the records',
  'restore.share': '{share}%',
  'restore.ask': 'How shall it be restored?',
  'restore.what':
    'Saved {at} by version {version}: {notes} {notes|note|notes}, {comments} {comments|comment|comments}, {authors} {authors|person|people}.',
  'restore.skipped': '{count} {count|record is|records are} not understood and will be left out.',
  'restore.merge': 'Merge',
  'restore.merge-hint':
    'What is stored stays, and the backup is added. Of the same record the newer one counts.',
  'restore.merge-button': 'Merge',
  'restore.replace': 'Replace',
  'restore.replace-hint':
    'Everything stored now is deleted first, but for this month’s calls in the ledger: what is spent stays spent. This cannot be undone.',
  'restore.replace-button': 'Delete and replace',
  'restore.retention':
    'Retention counts for it, too: notes that are not seen again for {days} days are removed later.',
  'restore.running': 'Restoring',
  'restore.goes-on': 'It goes on when this page is closed.',
  'restore.done': '{rows} {rows|record|records} restored',
  'restore.stopped': 'Restoring stopped at {done} of {total}',
  'restore.resume': 'Go on',
  'restore.give-up': 'Give up the rest',
};
