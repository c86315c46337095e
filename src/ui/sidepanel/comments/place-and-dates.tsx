import { toDateValue, toMoment } from '../../format/date-value';
import { useTexts } from '../../text-context';
import type { CommentsStore } from './create-comments-store';

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
