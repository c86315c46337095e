import { Virtualizer } from 'virtua';
import type { LedgerEntry } from '../../../model/providers/ledger';
import { OPERATION_NAMES } from '../../../model/providers/operation';
import { PROVIDER_IDS, PROVIDERS } from '../../../model/providers/provider.catalog';
import type { LedgerFilter } from '../../../storage/readers/providers/list-ledger';
import { Button } from '../../controls/button';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { FilterSelect } from '../lists/filter-select';
import { AttemptLine } from './attempt-line';
import type { CostsStore } from './create-costs-store';

const ANY = 'all';
const OUTCOMES = ['ok', 'failed'] as const;
/** A usual line; the real heights are measured as lines come on screen. */
const USUAL_HEIGHT = 60;

/** Every attempt, the newest first; the whole ledger is narrowed down by whom, what and how it ended. Only the lines on screen are drawn. */
export function Attempts({ entries, store }: { entries: readonly LedgerEntry[]; store: CostsStore }) {
  const { t } = useTexts();
  const { provider, operation, outcome } = store.filter.value;
  const narrow = (change: LedgerFilter) => {
    store.filter.value = { ...store.filter.value, ...change };
  };
  const withAny = (options: { value: string; label: string }[]) => [
    { value: ANY, label: t('costs.filter-all') },
    ...options,
  ];
  return (
    <Card title={t('costs.attempts')}>
      <div class="attempt-filters">
        <FilterSelect
          label={t('costs.filter-provider')}
          value={provider ?? ANY}
          options={withAny(PROVIDER_IDS.map((id) => ({ value: id, label: PROVIDERS[id].label })))}
          onChoose={(value) => narrow({ provider: PROVIDER_IDS.find((id) => id === value) })}
        />
        <FilterSelect
          label={t('costs.filter-operation')}
          value={operation ?? ANY}
          options={withAny(
            OPERATION_NAMES.map((name) => ({ value: name, label: t(`providers.operation-${name}`) })),
          )}
          onChoose={(value) => narrow({ operation: OPERATION_NAMES.find((name) => name === value) })}
        />
        <FilterSelect
          label={t('costs.filter-outcome')}
          value={outcome ?? ANY}
          options={withAny(OUTCOMES.map((name) => ({ value: name, label: t(`costs.outcome-${name}`) })))}
          onChoose={(value) => narrow({ outcome: OUTCOMES.find((name) => name === value) })}
        />
      </div>
      {entries.length === 0 ? (
        <p class="small soft" role="status">
          {t('costs.no-match')}
        </p>
      ) : (
        <div class="attempt-list" role="feed" aria-label={t('costs.attempts')} tabIndex={0}>
          <Virtualizer data={entries} itemSize={USUAL_HEIGHT} bufferSize={300}>
            {(entry: LedgerEntry, index: number) => (
              <div
                key={entry.entryId}
                role="article"
                aria-posinset={index + 1}
                aria-setsize={store.hasOlder.value ? -1 : entries.length}
                aria-label={`${PROVIDERS[entry.provider].label}, ${t(`providers.operation-${entry.operation}`)}`}
              >
                <AttemptLine entry={entry} />
              </div>
            )}
          </Virtualizer>
        </div>
      )}
      {store.hasOlder.value && (
        <Button size="small" kind="ghost" icon="arrow-down" onClick={() => void store.readOlder()}>
          {t('costs.older')}
        </Button>
      )}
    </Card>
  );
}
