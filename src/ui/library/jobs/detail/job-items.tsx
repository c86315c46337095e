import { useSignal } from '@preact/signals';
import { Virtualizer } from 'virtua';
import type { JobItem } from '../../../../model/jobs/job-item';
import { THREADS_KEPT_DAYS } from '../../../../model/jobs/kept-jobs';
import { Icon } from '../../../icons/icon';
import { ITEM_STATES } from '../../../jobs/state/create-items-store';
import { toItemName } from '../../../jobs/to-item-name';
import { toReasonOf } from '../../../jobs/to-job-words';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';
import { FilterSelect } from '../../lists/filter-select';

const USUAL_HEIGHT = 52;
const ICONS = { failed: 'alert', short: 'alert', open: 'clock', done: 'check', skipped: 'eye-off' } as const;

/**
 * Every part of a job with its state, rows and failure; only the lines on screen are drawn. `left`: so many that went well
 * are not kept any more.
 */
export function JobItems({ items, left }: { items: readonly JobItem[]; left: number }) {
  const { t } = useTexts();
  const state = useSignal<JobItem['state'] | 'all'>('all');
  const of = (wanted: typeof state.value) =>
    wanted === 'all' ? items : items.filter((item) => item.state === wanted);
  const shown = of(state.value);
  return (
    <Card title={t('jobs.items')}>
      <div class="stack">
        <FilterSelect
          label={t('jobs.filter')}
          value={state.value}
          options={(['all', ...ITEM_STATES] as const).map((name) => ({
            value: name,
            label: t(`jobs.item-state-${name}`, { count: of(name).length }),
          }))}
          onChoose={(name) => (state.value = name)}
        />
        {left > 0 && (
          <p class="small soft">{t('jobs.items-left', { count: left, days: THREADS_KEPT_DAYS })}</p>
        )}
        {shown.length === 0 ? (
          <p class="small soft" role="status">
            {t('jobs.items-none')}
          </p>
        ) : (
          <div class="job-items" role="feed" aria-label={t('jobs.items')} tabIndex={0}>
            <Virtualizer data={shown} itemSize={USUAL_HEIGHT} bufferSize={300}>
              {(item: JobItem, index: number) => (
                <div
                  key={item.itemId}
                  role="article"
                  aria-posinset={index + 1}
                  aria-setsize={shown.length}
                  aria-label={item.label ?? item.itemId}
                >
                  <ItemLine item={item} />
                </div>
              )}
            </Virtualizer>
          </div>
        )}
      </div>
    </Card>
  );
}

function ItemLine({ item }: { item: JobItem }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div class={`job-item job-item-${item.state}`}>
      <Icon name={ICONS[item.state]} size={16} />
      <div class="grow">
        <p class="cut small">{toItemName(item, texts)}</p>
        <p class="tiny soft">
          {t(`jobs.item-${item.state}`)}
          {item.rows > 0 && ` · ${t('jobs.rows', { rows: item.rows })}`}
          {item.error && ` · ${toReasonOf(item.error, texts)}`}
        </p>
      </div>
    </div>
  );
}
