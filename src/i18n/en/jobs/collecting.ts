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
  'collecting.depth-comments': 'Details and comments',
  'collecting.depth-new': 'Only what is new',
  'collecting.depth-details-hint': 'Text, pictures, author and the counts of now.',
  'collecting.depth-comments-hint':
    'All comments and replies, too: the more there are, the more calls it takes.',
  'collecting.depth-new-hint':
    'The counts of now; comments from the newest to those that are kept, older ones are not read again.',
  'collecting.name': '{count} chosen {count|note|notes}',
  'collecting.count-most': 'at most {count} {count|note|notes}',
  'collecting.started': 'The job has begun',
  'collecting.started-text': 'It goes on by itself; windows may be closed.',
  'collecting.goes-on': 'The job goes on',
  'collecting.goes-on-text':
    'The same was ordered before: it goes on where it stands. Windows may be closed.',
};
