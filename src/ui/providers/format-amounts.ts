import { CURRENCIES, type Amounts, type Price } from '../../model/providers/price';
import type { Texts } from '../text-context';

/** "$0.01", "¥0.15", "3 credits": up to four digits behind the point, since calls cost tenths of a cent. */
export function formatPrice({ currency, amount }: Price, { t, language }: Texts): string {
  if (currency === 'credit') return t('providers.credits', { count: amount });
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: amount !== 0 && amount < 0.0001 ? 6 : 4,
  }).format(amount);
}

/** "$0.95 + ¥1.20"; `undefined` when there is nothing in it. */
export function formatAmounts(amounts: Amounts, texts: Texts): string | undefined {
  const parts = CURRENCIES.flatMap((currency) => {
    const amount = amounts[currency];
    return amount === undefined || amount === 0 ? [] : [formatPrice({ currency, amount }, texts)];
  });
  return parts.length === 0 ? undefined : parts.join(' + ');
}
