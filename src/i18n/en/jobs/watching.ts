import type { watchingZhCN } from '../../zh-CN/jobs/watching';

export const watchingEn: Record<keyof typeof watchingZhCN, string> = {
  'watching.watch': 'Watch the counts',
  'watching.watch-one': 'Watch the counts of “{name}”',
  'watching.title': 'Watch “{name}”',
  'watching.hint':
    'Likes, saves, comments and shares are read again and again. Each look is one call; nothing is read while the browser is closed.',
  'watching.every': 'How often',
  'watching.every-minutes': 'Every {minutes} {minutes|minute|minutes}',
  'watching.every-hours': 'Every {hours} {hours|hour|hours}',
  'watching.until': 'How long',
  'watching.days': '{days} {days|day|days}',
  'watching.until-stopped': 'Until I stop it',
  'watching.a-day': 'A day: {cost}',
  'watching.price-unknown':
    'Nobody is there to agree to an unknown price: the watch will pause until you enter the price in the options, under Spending.',
  'watching.in-all': 'In all',
  'watching.each-look': 'Each look',
  'watching.start': 'Start watching',
  'watching.on': 'Watched · {state}',
  'watching.figures': 'What was seen',
  'watching.figures-show': 'Show the figures',
  'watching.figures-none': 'Nothing was seen yet.',
  'watching.count': 'Which count',
  'watching.chart': '{count}: from {from} to {to}',
  'watching.chart-none': 'From the second look on there is a line.',
  'watching.span': '{low} to {high}',
  'watching.table': 'Table of counts',
  'watching.when': 'When',
};
