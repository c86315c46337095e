import type { noteZhCN } from '../zh-CN/note';

export const noteEn: Record<keyof typeof noteZhCN, string> = {
  'note.untitled': 'Untitled note',
  'note.type-normal': 'Pictures',
  'note.pictures': 'Pictures · {count}',
  'note.type-video': 'Video',
  'note.author-unknown': 'Author not known',
  'note.likes': 'Likes',
  'note.collects': 'Saves',
  'note.comments': 'Comments',
  'note.shares': 'Shares',
  'note.counts': 'Counts',
  'note.trend-since': 'Compared with {when}',
  'note.trend-none': 'No change since {when}',
  'note.tags': 'Tags',
  'note.tags-more': '{count} more',
  'note.coverage': 'Comments kept',
  'note.coverage-of': 'captured {captured} of {total}',
  'note.coverage-about': 'captured {captured}, the site shows {raw}',
  'note.coverage-unknown': 'captured {captured}',
  'note.coverage-hint':
    'The site’s total may count folded or deleted comments, so it cannot always be reached.',
};
