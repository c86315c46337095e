import type { Job } from '../../../model/jobs/job';
import { OPERATION_NAMES } from '../../../model/providers/operation';
import { CURRENCIES, addPrice, type Amounts } from '../../../model/providers/price';
import { PROVIDER_IDS, PROVIDERS } from '../../../model/providers/provider.catalog';
import type { LedgerSum } from '../../../storage/readers/providers/sum-ledger';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { toJobTitle } from '../../jobs/to-job-words';
import { formatAmounts } from '../../providers/format-amounts';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts, type Texts } from '../../text-context';
import { ListTable } from '../lists/list-table';
import type { CostsStore } from './create-costs-store';

const GROUPINGS = ['day', 'provider', 'operation', 'job'] as const;

/** The sums of a period: in all, and by day, provider or operation. */
export function Totals({ store }: { store: CostsStore }) {
  const { t } = useTexts();
  return (
    <AsyncView
      of={store.sums.value}
      onRetry={() => void store.refresh()}
      lines={4}
      empty={<p class="small soft">{t('costs.none-period')}</p>}
    >
      {(sums) => (
        <>
          <Tiles sums={sums} />
          <Card
            title={t('costs.totals')}
            action={
              <Segmented
                label={t('costs.by')}
                value={store.grouping.value}
                options={GROUPINGS.map((name) => ({ value: name, label: t(`costs.by-${name}`) }))}
                onChange={(name) => (store.grouping.value = name)}
              />
            }
          >
            <SumTable
              sums={store.grouping.value === 'day' ? [...sums].reverse() : sums}
              by={store.grouping.value}
              jobs={store.jobs.value}
            />
          </Card>
        </>
      )}
    </AsyncView>
  );
}

function Tiles({ sums }: { sums: readonly LedgerSum[] }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t, language } = texts;
  const count = (pick: (sum: LedgerSum) => number) => sums.reduce((all, sum) => all + pick(sum), 0);
  const numbers = new Intl.NumberFormat(language);
  const unpriced = count((sum) => sum.unpricedCalls);
  const tiles = [
    ['costs.spent', formatAmounts(addUp(sums), texts) ?? t('costs.nothing')],
    ['costs.calls', numbers.format(count((sum) => sum.calls))],
    ['costs.billed', numbers.format(count((sum) => sum.billedCalls))],
    ['costs.failed', numbers.format(count((sum) => sum.failedCalls))],
    ['costs.cached', numbers.format(count((sum) => sum.cachedAnswers))],
  ] as const;
  return (
    <>
      <dl class="cost-tiles">
        {tiles.map(([key, value]) => (
          <div class="cost-tile" key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unpriced > 0 && (
        <Notice
          icon="coins"
          shape="line"
          tone="warn"
          title={t('costs.unpriced', { count: unpriced })}
          actions={
            <Button size="small" onClick={() => void ports.openPage('options', 'spending')}>
              {t('costs.set-prices')}
            </Button>
          }
        />
      )}
    </>
  );
}

function SumTable({
  sums,
  by,
  jobs,
}: {
  sums: readonly LedgerSum[];
  by: (typeof GROUPINGS)[number];
  jobs: ReadonlyMap<string, Job>;
}) {
  const texts = useTexts();
  const { t, language } = texts;
  const numbers = new Intl.NumberFormat(language);
  const most = Math.max(1, ...sums.map((sum) => sum.calls));
  const number = (id: 'calls' | 'billed' | 'failed' | 'cached', pick: (sum: LedgerSum) => number) => ({
    id,
    label: t(`costs.${id}`),
    isNumber: true,
    draw: (sum: LedgerSum) => numbers.format(pick(sum)),
  });
  return (
    <ListTable
      label={`${t('costs.by')}: ${t(`costs.by-${by}`)}`}
      rows={sums}
      keyOf={(sum) => sum.group}
      columns={[
        {
          id: 'group',
          label: t(`costs.by-${by}`),
          draw: (sum) => (
            <span class="cost-group">
              <span class="cut">
                {by === 'job' ? toJobName(sum.group, jobs, texts) : toGroupName(sum.group, by, texts)}
              </span>
              <span class="cost-bar" aria-hidden="true">
                <span style={{ width: `${(sum.calls / most) * 100}%` }} />
              </span>
            </span>
          ),
        },
        {
          id: 'spent',
          label: t('costs.spent'),
          isNumber: true,
          draw: (sum) => <span class="strong">{formatAmounts(sum.cost, texts) ?? '\u2013'}</span>,
        },
        number('calls', (sum) => sum.calls),
        number('billed', (sum) => sum.billedCalls),
        number('failed', (sum) => sum.failedCalls),
        number('cached', (sum) => sum.cachedAnswers),
      ]}
    />
  );
}

/** A job that was removed has its id alone. */
function toJobName(jobId: string, jobs: ReadonlyMap<string, Job>, texts: Texts): string {
  if (jobId === '') return texts.t('costs.no-job');
  const job = jobs.get(jobId);
  return job ? toJobTitle(job, texts) : jobId;
}

function toGroupName(group: string, by: 'day' | 'provider' | 'operation', { t, language }: Texts): string {
  if (by === 'provider') {
    const id = PROVIDER_IDS.find((one) => one === group);
    return id ? PROVIDERS[id].label : group;
  }
  if (by === 'operation') {
    const name = OPERATION_NAMES.find((one) => one === group);
    return name ? t(`providers.operation-${name}`) : group;
  }
  const [year = 0, month = 1, day = 1] = group.split('-').map(Number);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(year, month - 1, day));
}

function addUp(sums: readonly LedgerSum[]): Amounts {
  let all: Amounts = {};
  for (const { cost } of sums) {
    for (const currency of CURRENCIES) all = addPrice(all, { currency, amount: cost[currency] ?? 0 });
  }
  return all;
}
