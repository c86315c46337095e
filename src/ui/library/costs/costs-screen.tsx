import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { toAppError } from '../../../model/errors';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useSaveList } from '../lists/use-save-list';
import { Attempts } from './attempts';
import { createCostsStore } from './create-costs-store';
import { LEDGER_COLUMNS } from './ledger-columns';
import { PERIODS, toSpan } from './period';
import { readSpan } from './read-span';
import { Totals } from './totals';
import './costs.css';

/** What providers have cost, added up in several ways, and every attempt. */
export function CostsScreen() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createCostsStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  const saveList = useSaveList();
  const busy = useSignal(false);
  const save = async (format: 'csv' | 'json') => {
    busy.value = true;
    try {
      const rows = await readSpan(ports.readers, toSpan(store.period.value, Date.now()));
      const headerOf = (id: string) => t(`costs.column-${id as 'at'}`);
      await saveList({ name: 'ledger', columns: LEDGER_COLUMNS, rows, headerOf }, format);
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    } finally {
      busy.value = false;
    }
  };
  const isEmpty = store.entries.value.state === 'empty';
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('costs.title')}</h2>
          <p>{t('costs.intro')}</p>
        </div>
        {!isEmpty && (
          <div class="row wrap">
            <Button size="small" icon="download" busy={busy.value} onClick={() => void save('csv')}>
              {t('explore.export-csv')}
            </Button>
            <Button size="small" icon="download" busy={busy.value} onClick={() => void save('json')}>
              {t('explore.export-json')}
            </Button>
          </div>
        )}
      </div>
      <AsyncView
        of={store.entries.value}
        onRetry={() => void store.refresh()}
        lines={8}
        empty={
          <Notice
            icon="coins"
            title={t('costs.none-title')}
            actions={
              <Button icon="key" onClick={() => void ports.openPage('options', 'providers')}>
                {t('providers.open-options')}
              </Button>
            }
          >
            {t('costs.none-text')}
          </Notice>
        }
      >
        {(entries) => (
          <div class="stack costs">
            <Segmented
              label={t('costs.period')}
              value={store.period.value}
              options={PERIODS.map((name) => ({ value: name, label: t(`costs.period-${name}`) }))}
              onChange={(name) => (store.period.value = name)}
            />
            <Totals store={store} />
            <Attempts entries={entries} store={store} />
          </div>
        )}
      </AsyncView>
    </>
  );
}
