import { formatMoment } from '../format/format-time';
import type { Texts } from '../text-context';

type Filters = Readonly<Record<string, string | number | boolean>>;

/** Names of what a report calls its filters, as they stand beside them in the panel. */
const NAMES = {
  text: 'comments.search-hint',
  byNoteAuthor: 'comments.filter-author',
  pinned: 'comments.filter-pinned',
  withPicture: 'comments.filter-picture',
  question: 'comments.filter-question',
  place: 'comments.filter-place',
  from: 'comments.filter-from',
  to: 'comments.filter-to',
  sort: 'comments.sort',
} as const;

const ORDERS = ['site', 'newest', 'oldest', 'likes', 'replies'] as const;

/** "Search: tea · Pinned · Sort: Newest": the filter and the order of a file, each in the words of the list on screen. */
export function toFilterWords(filters: Filters, texts: Texts): string {
  return Object.entries(filters)
    .map(([key, value]) => toWords(key, value, texts))
    .join(' · ');
}

function toWords(key: string, value: string | number | boolean, { t, language }: Texts): string {
  const known = Object.entries(NAMES).find(([name]) => name === key)?.[1];
  const name = known === undefined ? key : t(known);
  if (value === true) return name;
  const order = key === 'sort' ? ORDERS.find((one) => one === value) : undefined;
  const words =
    order !== undefined
      ? t(`comments.sort-${order}`)
      : (key === 'from' || key === 'to') && typeof value === 'number'
        ? formatMoment(value, language)
        : String(value);
  return `${name}: ${words}`;
}
