import type { spendingZhCN } from '../../zh-CN/providers/spending';

export const spendingEn: Record<keyof typeof spendingZhCN, string> = {
  'spending.title': 'Spending',
  'spending.intro':
    'What a press costs stands beside it. At a limit everything stops: nothing more is spent, and what you have stays.',
  'spending.budget': 'Budgets',
  'spending.budget-day': 'A day',
  'spending.budget-hint':
    'Each currency counts by itself, and a day starts at midnight here. Empty means no limit.',
  'spending.budget-day-of': 'Limit a day, {unit}',
  'spending.budget-job': 'Per job',
  'spending.budget-job-of': 'Limit per job, {unit}',
  'spending.budget-none': 'No limit',
  'spending.spent': 'Spent today',
  'spending.prices': 'Prices',
  'spending.prices-hint':
    'What the built-in lists do not know, or what your bill says differently. Yours go first. A call of unknown price is never made by itself.',
  'spending.prices-none': 'No prices of your own yet.',
  'spending.price-for': 'For',
  'spending.price-family': 'Every call of {family}',
  'spending.price-one': 'One endpoint…',
  'spending.price-path': 'Path of the endpoint',
  'spending.price-path-wrong': 'A path starts with /, such as /api/xiaohongshu/get-note-detail/v1.',
  'spending.price-amount': 'A call',
  'spending.price-currency': 'Currency',
  'spending.price-add': 'Add',
  'spending.price-remove': 'Delete the price for {name}',
  'spending.habits': 'How it asks',
  'spending.cache': 'Not the same again within',
  'spending.cache-hint': 'For so long the answer that is there is used, at no cost.',
  'spending.cache-none': 'Ask every time',
  'spending.cache-hours': '{hours} {hours|hour|hours}',
  'spending.cache-days': '{days} {days|day|days}',
  'spending.fill': 'Fill gaps from the next provider',
  'spending.fill-hint':
    'When an answer lacks something (the video, the place), the next one is asked for it, at its price.',
  'spending.auto': 'Enrich open notes by itself',
  'spending.auto-hint':
    'Adds what the page does not tell, without a click. Not when the price is unknown, and never beyond the budget.',
  'spending.auto-cap': 'At most, by itself, a day',
  'spending.auto-times': 'times',
  'spending.costs-link': 'See what was spent',
};
