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
  'report.empty': 'No comment is stored, so the file has its headers only.',
  'report.short-threads':
    '{count} {count|comment lacks|comments lack} some of their replies; see shortThreads.',
  'report.orphans': '{count} {count|reply belongs|replies belong} to comments that are not in the file.',
  'report.gone':
    '{count} {count|comment that is|comments that are} gone from the site {count|was|were} left out.',
  'report.standing.removed': 'This note has been removed.',
  'report.standing.under-review': 'This note may be under review.',
  'report.standing.forbidden': 'This note cannot be viewed at the moment.',
};
