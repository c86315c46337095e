import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { TextField } from '../../controls/text-field';
import { toDateValue, toMoment } from '../../format/date-value';
import { useTexts } from '../../text-context';
import type { SearchStore } from './state/create-search-store';

/** What is asked for. */
export function SearchFields({ store }: { store: SearchStore }) {
  const { t } = useTexts();
  const query = store.query.value;
  const words = (field: 'author' | 'place' | 'note', icon: 'user' | 'place' | 'book') => (
    <TextField
      icon={icon}
      label={t(`found.field-${field}`)}
      placeholder={t(`found.field-${field}`)}
      value={query[field]}
      onInput={(value) => store.change({ [field]: value })}
    />
  );
  return (
    <div class="stack">
      <TextField
        kind="search"
        icon="search"
        label={t('found.field-text')}
        placeholder={t('found.field-text')}
        value={query.text}
        onInput={(text) => store.change({ text })}
        onSubmit={() => store.again()}
      />
      <div class="found-fields">
        {words('author', 'user')}
        {words('place', 'place')}
        {words('note', 'book')}
      </div>
      <div class="row wrap found-filters">
        <DateField store={store} field="from" />
        <DateField store={store} field="to" />
        <label class="date-field">
          <span class="small soft">{t('found.field-likes')}</span>
          <input
            type="number"
            class="text-input found-likes"
            min={0}
            step={1}
            value={query.minLikes ?? ''}
            onInput={(event) => {
              const likes = event.currentTarget.valueAsNumber;
              store.change({ minLikes: Number.isFinite(likes) && likes > 0 ? likes : undefined });
            }}
          />
        </label>
        <Chip
          icon="user"
          on={query.byNoteAuthor ?? false}
          onToggle={() => store.change({ byNoteAuthor: !query.byNoteAuthor })}
        >
          {t('comments.filter-author')}
        </Chip>
        <Chip
          icon="comment"
          on={query.question ?? false}
          onToggle={() => store.change({ question: !query.question })}
        >
          {t('comments.filter-question')}
        </Chip>
        {query.noteId !== undefined && (
          <Chip icon="book" on onToggle={() => store.change({ noteId: undefined })}>
            {t('found.one-note', { id: query.noteId })}
          </Chip>
        )}
        {store.isAsked.value && (
          <Button kind="ghost" size="small" icon="close" onClick={() => store.clear()}>
            {t('comments.clear-filters')}
          </Button>
        )}
      </div>
    </div>
  );
}

function DateField({ store, field }: { store: SearchStore; field: 'from' | 'to' }) {
  const { t } = useTexts();
  return (
    <label class="date-field">
      <span class="small soft">{t(`comments.filter-${field}`)}</span>
      <input
        type="date"
        class="text-input"
        value={toDateValue(store.query.value[field])}
        onChange={(event) => store.change({ [field]: toMoment(event.currentTarget.value, field === 'to') })}
      />
    </label>
  );
}
