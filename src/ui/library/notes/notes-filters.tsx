import { NOTE_SORTS, type NotesSummary } from '../../../workers/library/notes/types';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { TextField } from '../../controls/text-field';
import { useTexts } from '../../text-context';
import { toSourceName } from '../lists/to-source-name';
import { FilterSelect } from '../lists/filter-select';
import type { NotesStore } from './state/create-notes-store';

const ANY = 'any';
const TYPES = ['normal', 'video'] as const;
const COMMENTS = ['some', 'none'] as const;
const COMPLETENESS = ['complete', 'partial'] as const;

/** Search, filters and order of the stored notes. */
export function NotesFilters({ store, summary }: { store: NotesStore; summary: NotesSummary }) {
  const texts = useTexts();
  const { t } = texts;
  const query = store.query.value;
  const any = { value: ANY, label: t('library.any') } as const;
  const orUndefined = <Value extends string>(value: Value | typeof ANY) =>
    value === ANY ? undefined : (value as Value);
  return (
    <div class="stack notes-filters">
      <TextField
        kind="search"
        icon="search"
        label={t('library.notes-search')}
        placeholder={t('library.notes-search')}
        value={query.text}
        onInput={(text) => store.change({ text })}
      />
      <div class="query-filters">
        <FilterSelect
          label={t('library.filter-type')}
          value={query.type ?? ANY}
          options={[any, ...TYPES.map((value) => ({ value, label: t(`library.type-${value}`) }))]}
          onChoose={(value) => store.change({ type: orUndefined(value) })}
        />
        <FilterSelect
          label={t('library.filter-comments')}
          value={query.comments ?? ANY}
          options={[any, ...COMMENTS.map((value) => ({ value, label: t(`library.comments-${value}`) }))]}
          onChoose={(value) => store.change({ comments: orUndefined(value) })}
        />
        <FilterSelect
          label={t('library.filter-completeness')}
          value={query.completeness ?? ANY}
          options={[any, ...COMPLETENESS.map((value) => ({ value, label: t(`library.state-${value}`) }))]}
          onChoose={(value) => store.change({ completeness: orUndefined(value) })}
        />
        <FilterSelect
          label={t('library.filter-source')}
          value={query.source ?? ANY}
          options={[any, ...summary.sources.map((value) => ({ value, label: toSourceName(value, texts) }))]}
          onChoose={(value) => store.change({ source: orUndefined(value) })}
        />
        <FilterSelect
          label={t('explore.sort')}
          value={query.sort}
          options={NOTE_SORTS.map((value) => ({ value, label: t(`library.sort-${value}`) }))}
          onChoose={(sort) => store.change({ sort })}
        />
        <IconButton
          icon={query.direction === 'up' ? 'arrow-up' : 'arrow-down'}
          size={16}
          label={t(query.direction === 'up' ? 'library.direction-up' : 'library.direction-down')}
          onClick={() => store.change({ direction: query.direction === 'up' ? 'down' : 'up' })}
        />
        {store.filtered.value && (
          <Button kind="ghost" size="small" icon="close" onClick={() => store.clear()}>
            {t('comments.clear-filters')}
          </Button>
        )}
      </div>
    </div>
  );
}
