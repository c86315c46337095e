import { FOUND_SORTS } from '../../../workers/library/search/types';
import { Button } from '../../controls/button';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';
import { FilterSelect } from '../lists/filter-select';
import type { SearchStore } from './state/create-search-store';

/** How many were found, in how many and how long; while it goes on, how far it is and the way to stop. */
export function SearchState({ store }: { store: SearchStore }) {
  const { t, language } = useTexts();
  const progress = store.progress.value;
  const found = progress?.found ?? 0;
  const scanned = progress?.scanned ?? 0;
  const seconds = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(
    (progress?.elapsedMs ?? 0) / 1_000,
  );
  return (
    <div class="stack found-state">
      <div class="row wrap">
        <p class="results-count" role="status">
          {t('found.count', { found })}
        </p>
        {progress?.isDone && (
          <span class="small soft">
            {t(progress.isStopped ? 'found.stopped-after' : 'found.looked-at', { scanned, seconds })}
          </span>
        )}
        <span class="grow" />
        <FilterSelect
          label={t('comments.sort')}
          value={store.sort.value}
          options={FOUND_SORTS.map((value) => ({ value, label: t(`found.sort-${value}`) }))}
          onChoose={(sort) => store.setSort(sort)}
        />
      </div>
      {!progress?.isDone && (
        <div class="row">
          <div class="grow">
            <ProgressBar
              label={t('found.searching')}
              value={scanned}
              max={progress?.total}
              text={t('found.progress', { scanned, total: progress?.total ?? 0 })}
            />
          </div>
          <Button size="small" icon="stop" onClick={() => store.stop()}>
            {t('found.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}
