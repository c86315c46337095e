import type { collectingZhCN } from '../../zh-CN/jobs/collecting';

export const collectingEn: Record<keyof typeof collectingZhCN, string> = {
  'collecting.listed': 'Collect',
  'collecting.all': 'Collect notes',
  'collecting.title-listed': 'Collect {count} {count|note|notes}',
  'collecting.title-author': 'Collect the notes of “{name}”',
  'collecting.title-topic': 'Collect the notes of the topic “{name}”',
  'collecting.most': 'At most',
  'collecting.most-unit': 'notes',
  'collecting.depth': 'Of each note',
  'collecting.depth-details': 'Details',
  'collecting.depth-comments': 'Details, all comments and replies',
  'collecting.depth-new': 'Counts as they are now, new comments',
  'collecting.depth-details-hint': 'Text, pictures, author and the counts of now.',
  'collecting.depth-comments-hint': 'The more comments there are, the more calls it takes.',
  'collecting.depth-new-hint':
    'Newest comments first, until those that are kept; older ones are not read again.',
  'collecting.name': '{count} chosen {count|note|notes}',
  'collecting.count-most': 'at most {count} {count|note|notes}',
  'collecting.started': 'The job has begun',
  'collecting.started-text': 'It goes on by itself; windows may be closed.',
};
