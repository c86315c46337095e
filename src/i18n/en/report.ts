import type { reportZhCN } from '../zh-CN/report';

export const reportEn: Record<keyof typeof reportZhCN, string> = {
  'report.got':
    'The file has {rows} {rows|row|rows}: {topLevel} {topLevel|comment|comments} and {replies} {replies|reply|replies}.',
  'report.expected': 'The site says that this note has {count} {count|comment|comments}, replies included.',
  'report.expected-about':
    'The site says that this note has about {count} comments, replies included; it gives no exact number.',
  'report.expected-unknown': 'How many comments the site shows for this note is not known.',
  'report.state.complete': 'Complete: as many as the site shows.',
  'report.state.short': 'Not complete: fewer than the site shows.',
  'report.state.unknown': 'Whether this is everything cannot be said.',
  'report.reason.not-returned': 'The site did not return the others; why is not known.',
  'report.reason.stopped': 'The site offered more, but they were not loaded.',
  'report.reason.login-wanted': 'The site asks for a login before it shows more.',
  'report.reason.failed': 'It was asked for, and no source gave it.',
  'report.empty': 'No comment is stored, so the file has its headers only.',
  'report.short-threads':
    '{count} {count|comment lacks|comments lack} some of their replies; see shortThreads.',
  'report.orphans': '{count} {count|reply belongs|replies belong} to comments that are not in the file.',
  'report.gone':
    '{count} {count|comment that is|comments that are} gone from the site {count|was|were} left out.',
  'report.standing.removed': 'This note has been removed.',
  'report.standing.under-review': 'This note may be under review.',
  'report.standing.forbidden': 'This note cannot be viewed at the moment.',
  'report.got-part': 'The file has {rows} of the {stored} {stored|row|rows} that are stored.',
  'report.filtered': '{count} {count|row does|rows do} not match the filter and {count|was|were} left out.',
  'report.old':
    '{count} {count|row is|rows are} in the file of {time} already and {count|was|were} left out.',
  'report.first-time':
    'This note has not been exported whole in this format before, so everything is in the file.',
  'report.anonymised':
    'Anonymised: ids are random and mean nothing outside of this file; names, places, links, pictures and the note are left out; mentions and contacts in texts are masked.',
  'report.risk.texts':
    'Risk that is left: a comment can be found by searching for its words, and people write about themselves.',
  'report.risk.times': 'Risk that is left: the exact time of a comment can be matched with the site.',
  'report.risk.counts': 'Risk that is left: numbers of likes and replies can be matched with the site.',
  'report.summary': 'Summary',
  'report.title': 'Completeness report',
  'report.line.comments': 'Comments, replies included',
  'report.line.replies': 'Replies among them',
  'report.line.duplicates': 'Duplicates dropped',
  'report.line.sources': 'Sources',
  'report.line.failed': 'Failed attempts',
  'report.line.cost': 'Paid calls · cost',
  'report.line.span': 'Written',
  'report.line.filters': 'Filters',
  'report.line.no-filters': 'none',
  'report.line.anonymised': 'Anonymised',
  'report.line.yes': 'yes',
  'report.line.no': 'no',
  'report.line.unknown': 'not known',
  'report.line.threads': 'Comments that lack replies:',
};
