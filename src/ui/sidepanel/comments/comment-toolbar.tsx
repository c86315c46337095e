import { useSignal } from '@preact/signals';
import type { CommentQuery } from '../../../workers/comment-view/types';
import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { IconButton } from '../../controls/icon-button';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import type { CommentsStore } from './create-comments-store';
import { PlaceAndDates } from './place-and-dates';

const SORTS = [
  'site',
  'newest',
  'oldest',
  'likes',
  'replies',
] as const satisfies readonly CommentQuery['sort'][];

function SearchField({ store }: { store: CommentsStore }) {
  const { t } = useTexts();
  return (
    <label class="search-field grow">
      <Icon name="search" size={16} />
      <span class="unseen">{t('comments.search')}</span>
      <input
        type="search"
        value={store.query.value.text}
        placeholder={t('comments.search-hint')}
        onInput={(event) => store.change({ text: event.currentTarget.value })}
      />
    </label>
  );
}

function SortField({ store }: { store: CommentsStore }) {
  const { t } = useTexts();
  return (
    <label class="sort-field">
      <Icon name="sort" size={15} />
      <span class="unseen">{t('comments.sort')}</span>
      <select
        value={store.query.value.sort}
        onChange={(event) => {
          const sort = SORTS.find((one) => one === event.currentTarget.value);
          if (sort) store.change({ sort });
        }}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort} selected={sort === store.query.value.sort}>
            {t(`comments.sort-${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Search, sort and filters over the list, and how many match. */
export function CommentToolbar({ store }: { store: CommentsStore }) {
  const { t } = useTexts();
  const open = useSignal(false);
  const query = store.query.value;
  const summary = store.summary.value;
  const toggle = (field: 'byNoteAuthor' | 'pinned' | 'withPicture' | 'question') =>
    store.change({ [field]: query[field] ? undefined : true });
  return (
    <div class="comment-toolbar stack">
      <div class="row">
        <SearchField store={store} />
        <SortField store={store} />
        <IconButton
          icon="filter"
          label={t('comments.filters')}
          pressed={open.value}
          onClick={() => (open.value = !open.value)}
        />
      </div>
      <div class="row wrap">
        <Chip icon="user" on={query.byNoteAuthor ?? false} onToggle={() => toggle('byNoteAuthor')}>
          {t('comments.filter-author')}
        </Chip>
        <Chip icon="comment" on={query.question ?? false} onToggle={() => toggle('question')}>
          {t('comments.filter-question')}
        </Chip>
        <Chip icon="image" on={query.withPicture ?? false} onToggle={() => toggle('withPicture')}>
          {t('comments.filter-picture')}
        </Chip>
        <Chip icon="pin" on={query.pinned ?? false} onToggle={() => toggle('pinned')}>
          {t('comments.filter-pinned')}
        </Chip>
      </div>
      {open.value && <PlaceAndDates store={store} />}
      {store.filtered.value && summary && (
        <div class="row row-between small soft">
          <span role="status">
            {t('comments.matches', { matches: summary.matches, total: summary.total })}
          </span>
          <Button kind="ghost" size="small" icon="close" onClick={() => store.clear()}>
            {t('comments.clear-filters')}
          </Button>
        </div>
      )}
    </div>
  );
}
