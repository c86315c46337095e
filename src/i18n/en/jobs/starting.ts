import type { startingZhCN } from '../../zh-CN/jobs/starting';

export const startingEn: Record<keyof typeof startingZhCN, string> = {
  'starting.title': 'New job',
  'starting.kind-notes': 'Links of notes',
  'starting.kind-people': 'List of people',
  'starting.people-hint':
    'One profile link, share text or id a line; or a CSV file of which one column says who it is. All of its columns are kept, and the profiles stand behind them.',
  'starting.people-paste': 'Links or ids of people',
  'starting.people-file': 'Choose a CSV file',
  'starting.people-drop': 'or drop it here',
  'starting.people-file-wrong': 'This file cannot be read. Choose a CSV of at most 20 MB.',
  'starting.people-header': 'The first row holds the names of the columns',
  'starting.people-which': 'Column that says who it is',
  'starting.people-column': 'Column {number}',
  'starting.people-preview': 'How the file begins',
  'starting.people-count': '{people} {people|person|people} in {rows} {rows|row|rows}',
  'starting.people-bad': '{count} {count|row names|rows name} nobody',
  'starting.people-bad-hint': 'They stay in the list, named as failed, and cost nothing.',
  'starting.people-bad-row': 'Row {row}: {cell}',
  'starting.people-bad-empty': 'Row {row}: empty',
  'starting.people-bad-more': '{count} more',
  'starting.people-most': 'At most {count} rows at a time; start another job for the others.',
  'starting.people-go': 'Start enriching',
  'starting.people-name': '{count} {count|person|people}',
  'starting.people': '{count} {count|person|people}',
  'starting.people-csv': 'Save the list with profiles (CSV)',
};
