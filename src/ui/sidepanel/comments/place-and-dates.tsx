import { useTexts } from '../../text-context';
import type { CommentsStore } from './create-comments-store';

/** `2026-05-01` in the user's own zone → epoch ms of its first or last moment; `undefined` when nothing is chosen. */
function toMoment(date: string, end: boolean): number | undefined {
  if (date === '') return undefined;
  const at = new Date(`${date}T${end ? '23:59:59.999' : '00:00:00.000'}`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** Epoch ms → `2026-05-01` in the user's own zone. */
function toDateValue(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The filters that need a list or a calendar. */
export function PlaceAndDates({ store }: { store: CommentsStore }) {
  const { t } = useTexts();
  const query = store.query.value;
  const places = store.summary.value?.places ?? [];
  const dateField = (label: string, field: 'from' | 'to') => (
    <label class="date-field">
      <span class="small soft">{label}</span>
      <input
        type="date"
        class="text-input"
        value={toDateValue(query[field])}
        onChange={(event) => store.change({ [field]: toMoment(event.currentTarget.value, field === 'to') })}
      />
    </label>
  );
  return (
    <div class="place-and-dates">
      <label class="date-field">
        <span class="small soft">{t('comments.filter-place')}</span>
        <select
          class="select"
          value={query.place ?? ''}
          onChange={(event) => store.change({ place: event.currentTarget.value || undefined })}
        >
          <option value="">{t('comments.filter-any-place')}</option>
          {places.map(({ place, count }) => (
            <option key={place} value={place} selected={place === query.place}>
              {t('comments.filter-place-option', { place, count })}
            </option>
          ))}
        </select>
      </label>
      {dateField(t('comments.filter-from'), 'from')}
      {dateField(t('comments.filter-to'), 'to')}
    </div>
  );
}
