import { useSignal } from '@preact/signals';
import { SEARCH_SORTS, SEARCH_TIMES, SEARCH_TYPES } from '../../../../model/providers/operation';
import { Segmented } from '../../../controls/segmented';
import { useTexts } from '../../../text-context';
import { FilterSelect } from '../../lists/filter-select';
import type { ListQuestion } from '../state/list-question';
import { QueryLine } from './query-line';

export interface QueryProps {
  readonly isBusy: boolean;
  readonly onAsk: (question: ListQuestion, agreed: boolean) => void;
}

/** A search for notes with every filter that providers know. What stands as it is at first is not sent. */
export function NotesQuery({ isBusy, onAsk }: QueryProps) {
  const { t } = useTexts();
  const keyword = useSignal('');
  const sort = useSignal<(typeof SEARCH_SORTS)[number]>('general');
  const type = useSignal<(typeof SEARCH_TYPES)[number]>('all');
  const time = useSignal<(typeof SEARCH_TIMES)[number]>('any');
  const words = keyword.value.trim();
  const question: ListQuestion | undefined =
    words === ''
      ? undefined
      : {
          operation: 'search.notes',
          input: {
            keyword: words,
            ...(sort.value === 'general' ? {} : { sort: sort.value }),
            ...(type.value === 'all' ? {} : { type: type.value }),
            ...(time.value === 'any' ? {} : { time: time.value }),
          },
        };
  return (
    <QueryLine
      label={t('explore.keyword')}
      icon="search"
      text={keyword.value}
      onText={(value) => (keyword.value = value)}
      question={question}
      button={t('explore.search')}
      isBusy={isBusy}
      onAsk={(agreed) => question && onAsk(question, agreed)}
    >
      <div class="query-filters">
        <FilterSelect
          label={t('explore.sort')}
          value={sort.value}
          options={SEARCH_SORTS.map((name) => ({ value: name, label: t(`explore.sort-${name}`) }))}
          onChoose={(name) => (sort.value = name)}
        />
        <div class="query-filter">
          <span class="small soft">{t('explore.type')}</span>
          <Segmented
            label={t('explore.type')}
            value={type.value}
            options={SEARCH_TYPES.map((name) => ({ value: name, label: t(`explore.type-${name}`) }))}
            onChange={(name) => (type.value = name)}
          />
        </div>
        <div class="query-filter">
          <span class="small soft">{t('explore.time')}</span>
          <Segmented
            label={t('explore.time')}
            value={time.value}
            options={SEARCH_TIMES.map((name) => ({ value: name, label: t(`explore.time-${name}`) }))}
            onChange={(name) => (time.value = name)}
          />
        </div>
      </div>
    </QueryLine>
  );
}
