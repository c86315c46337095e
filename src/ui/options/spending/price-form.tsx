import { useSignal } from '@preact/signals';
import { CURRENCIES, type Currency, type Price } from '../../../model/providers/price';
import { FAMILIES, PROVIDER_FAMILIES, type ProviderFamily } from '../../../model/providers/provider.catalog';
import { readAmount } from '../../controls/amount-field';
import { Button } from '../../controls/button';
import { SelectField } from '../../controls/select-field';
import { TextField } from '../../controls/text-field';
import { useTexts } from '../../text-context';

/** The currency in which each family sends its bill, offered first. */
const USUAL: Record<ProviderFamily, Currency> = { tikhub: 'USD', justoneapi: 'CNY', parsebot: 'credit' };
const PATH = /^\/[\w./-]{1,200}$/;

/** One more price: for a family, or for the path of one endpoint. */
export function PriceForm({ onAdd }: { onAdd: (key: string, price: Price) => void }) {
  const { t } = useTexts();
  const target = useSignal<ProviderFamily | 'endpoint'>('justoneapi');
  const path = useSignal('');
  const amount = useSignal('');
  const currency = useSignal<Currency>('CNY');
  const isPath = target.value !== 'endpoint' || PATH.test(path.value.trim());
  const read = readAmount(amount.value);
  const isReady = isPath && typeof read === 'number';
  const add = () => {
    if (!isReady) return;
    onAdd(target.value === 'endpoint' ? path.value.trim() : target.value, {
      currency: currency.value,
      amount: read,
    });
    amount.value = '';
    path.value = '';
  };
  return (
    <div class="price-form">
      <SelectField
        label={t('spending.price-for')}
        value={target.value}
        options={[
          ...PROVIDER_FAMILIES.map((family) => ({
            value: family,
            label: t('spending.price-family', { family: FAMILIES[family].label }),
          })),
          { value: 'endpoint' as const, label: t('spending.price-one') },
        ]}
        onChange={(value) => {
          target.value = value;
          if (value !== 'endpoint') currency.value = USUAL[value];
        }}
      />
      {target.value === 'endpoint' && (
        <TextField
          label={t('spending.price-path')}
          placeholder={t('spending.price-path')}
          value={path.value}
          problem={path.value.trim() === '' || isPath ? undefined : t('spending.price-path-wrong')}
          onInput={(value) => (path.value = value)}
        />
      )}
      <div class="price-line">
        <TextField
          label={t('spending.price-amount')}
          placeholder={t('spending.price-amount')}
          value={amount.value}
          problem={read === 'wrong' ? t('words.number-wanted') : undefined}
          onInput={(value) => (amount.value = value)}
          onSubmit={add}
        />
        <select
          class="select"
          aria-label={t('spending.price-currency')}
          value={currency.value}
          onChange={(event) => {
            const chosen = CURRENCIES.find((one) => one === event.currentTarget.value);
            if (chosen) currency.value = chosen;
          }}
        >
          {CURRENCIES.map((one) => (
            <option key={one} value={one} selected={one === currency.value}>
              {t(`providers.unit-${one}`)}
            </option>
          ))}
        </select>
        <Button disabled={!isReady} onClick={add}>
          {t('spending.price-add')}
        </Button>
      </div>
    </div>
  );
}
