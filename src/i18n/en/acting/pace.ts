import type { paceZhCN } from '../../zh-CN/acting/pace';

export const paceEn: Record<keyof typeof paceZhCN, string> = {
  'options.screen-acting': 'Acting',
  'pace.intro':
    'How slowly likes, favorites, comments and replies are made, how many a day, and when not at all. A change holds at once, for queues that wait as well.',
  'pace.why-title': 'Why so slow by default',
  'pace.why':
    'The site names no limits. Accounts get limited for being faster than a person, for doing more than one, or for saying the same thing everywhere. The defaults (at least {seconds} s apart, {replies} replies a day) keep far below what a person does by hand.',
  'pace.pace': 'Pace',
  'pace.gap': 'At least this long between two',
  'pace.gap-hint': 'Of one account, whatever it does, from the end of the last one.',
  'pace.jitter': 'And by chance up to this much longer',
  'pace.jitter-hint': 'Each wait is another one, as a person’s are.',
  'pace.seconds': 's',
  'pace.now-line': 'Now {from}–{to} s between two.',
  'pace.gap-sure': 'Shorter than the default?',
  'pace.gap-risk':
    'You entered {seconds} s, less than {safe} s. The faster it goes, the easier the site sees that no person is at work: captchas, muting, even a ban. Your account carries that risk; this extension cannot prevent it.',
  'pace.gap-yes': 'I know. Use {seconds} s',
  'pace.gap-warning': 'The gap is below {safe} s now: the account is limited more easily.',
  'pace.gap-back': 'Back to the default',
  'pace.quiet': 'Quiet hours',
  'pace.quiet-hint': 'By this computer’s clock. Nothing is done in them; what is queued waits for their end.',
  'pace.quiet-from': 'From',
  'pace.quiet-to': 'to',
  'pace.caps': 'Most a day',
  'pace.caps-hint':
    'For each account by itself, anew at midnight, local time. Counted is what the site may have heard of, not rehearsals or what was held back in the page.',
  'pace.cap-of': 'Most a day: {action}',
  'pace.times': '×',
  'pace.left': '{left} left today',
  'pace.left-none': 'none left today',
  'pace.left-of': 'Left today: {action}',
  'pace.account': 'Account',
  'pace.account-here': '{id} (logged in now)',
  'pace.account-none': 'No account has done anything yet, so all of today is left.',
  'pace.cap-high': 'More than the default of {safe}: the more is done, the easier the account is limited.',
  'pace.sending': 'The last press',
  'pace.rehearse': 'Rehearse only',
  'pace.rehearse-hint':
    'The page is opened, the comment found, the text typed: all but the last press, then all as it was. Nothing is ever sent, whatever is chosen elsewhere.',
  'pace.sends': 'Queues send by themselves',
  'pace.sends-hint':
    'While this is off, each text of a queue is put into the page’s box and you press send; then the next one comes.',
  'pace.sends-sure': 'Let queues send by themselves?',
  'pace.sends-risk-1':
    'The site’s rules do not allow tools that comment in bulk. Sending by itself is what accounts are most often muted or banned for; this extension cannot prevent that.',
  'pace.sends-risk-2':
    'Nobody looks once more before it is sent: a slip, or the wrong target, goes out as well.',
  'pace.sends-risk-3':
    'Gap, caps and quiet hours still hold; at any warning of the site the whole queue stops until you say go on.',
  'pace.sends-read': 'I have read this and know that my account carries the risk',
  'pace.sends-yes': 'Switch it on',
  'pace.stop-none': 'Nothing has stopped: the site has given no warning, and no queue stands still.',
  'pace.stop-sign': 'The site says stop',
  'pace.stop-jobs': '{count} {count|queue waits|queues wait} for you to say go on.',
  'pace.stop-hint': 'See to it on the site first (verify, log in, or wait a while), then say go on.',
  'pace.go-on': 'It is seen to, go on',
  'pace.gone-on': 'It goes on.',
  'pace.between': 'Enter a number from {from} to {to}',
};
