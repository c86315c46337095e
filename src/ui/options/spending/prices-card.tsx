import { withoutKey } from '../../../lib/without-key';
import { FAMILIES } from '../../../model/providers/provider.catalog';
import type { Settings } from '../../../model/settings';
import { IconButton } from '../../controls/icon-button';
import { formatPrice } from '../../providers/format-amounts';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { PriceForm } from './price-form';

/** Prices the user knows better than the lists: of a whole family, or of one endpoint. */
export function PricesCard({ now }: { now: Settings }) {
  const { settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const { providers } = now;
  const entered = Object.entries(providers.enteredPrices).sort(([a], [b]) => a.localeCompare(b));
  const change = (enteredPrices: typeof providers.enteredPrices) =>
    void save(settings.change({ providers: { ...providers, enteredPrices } }));
  const nameOf = (key: string) => {
    const family = Object.entries(FAMILIES).find(([id]) => id === key)?.[1];
    return family ? t('spending.price-family', { family: family.label }) : key;
  };
  return (
    <Card title={t('spending.prices')}>
      <div class="stack">
        <p class="small soft">{t('spending.prices-hint')}</p>
        {entered.length === 0 && <p class="small faint">{t('spending.prices-none')}</p>}
        {entered.length > 0 && (
          <ul class="prices">
            {entered.map(([key, price]) => (
              <li class="row row-between" key={key}>
                <span class={key.startsWith('/') ? 'mono small break' : 'break'}>{nameOf(key)}</span>
                <span class="row">
                  <span class="strong">{formatPrice(price, texts)}</span>
                  <IconButton
                    icon="trash"
                    size={16}
                    label={t('spending.price-remove', { name: nameOf(key) })}
                    onClick={() => change(withoutKey(providers.enteredPrices, key))}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
        <PriceForm onAdd={(key, price) => change({ ...providers.enteredPrices, [key]: price })} />
      </div>
    </Card>
  );
}
