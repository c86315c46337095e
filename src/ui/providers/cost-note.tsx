import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { Estimate } from '../../model/providers/run';
import { Icon } from '../icons/icon';
import { useUi } from '../shell/ui-context';
import { Button } from '../controls/button';
import type { Async } from '../stores/async';
import { useTexts, type Texts } from '../text-context';
import { formatAmounts } from './format-amounts';
import './providers.css';

export interface CostNoteProps {
  /** As `useEstimate` gives it; nothing is drawn without a question. */
  readonly of: Async<Estimate> | undefined;
  /** For `aria-describedby` of the button that spends it. */
  readonly id?: string;
}

/** What a click will cost, and who would be asked; or why nobody can be asked, with the way on. Says when it is not known. */
export function CostNote({ of, id }: CostNoteProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  if (of === undefined || of.state === 'empty') return null;
  const gap = of.state === 'ready' && !of.value.isCached ? of.value.gap : undefined;
  const isOver = of.state === 'ready' && !gap && !of.value.isCached && !of.value.fitsBudget;
  return (
    <div
      class={gap || isOver || of.state === 'failed' ? 'cost-note cost-note-warn' : 'cost-note'}
      aria-live="polite"
      {...(id === undefined ? {} : { id })}
    >
      <Icon name={gap ? 'key' : isOver || of.state === 'failed' ? 'alert' : 'coins'} size={15} />
      <span>{toCostWords(of, texts)}</span>
      {gap && gap !== 'unsupported' && (
        <Button kind="ghost" size="small" onClick={() => void ports.openPage('options', 'providers')}>
          {t(gap === 'no-key' ? 'providers.add-key' : 'providers.open-options')}
        </Button>
      )}
    </div>
  );
}

/** The estimate as one line of words. */
export function toCostWords(of: Async<Estimate>, texts: Texts): string {
  const { t } = texts;
  if (of.state === 'failed') return t(`error.${of.error.code}`);
  if (of.state !== 'ready') return t('providers.cost-asking');
  const { isCached, gap, cost, calls, provider, fitsBudget } = of.value;
  if (isCached) return t('providers.cost-cached');
  if (gap) return t(`providers.gap-${gap}`);
  return [
    toAmountWords(cost, texts),
    t('providers.cost-calls', { calls }),
    provider && t('providers.cost-by', { provider: PROVIDERS[provider].label }),
    !fitsBudget && t('providers.cost-over'),
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}

/** "about $0.01"; "price not known"; a price of nothing is a price. */
export function toAmountWords(cost: Estimate['cost'], texts: Texts): string {
  if (cost === undefined) return texts.t('providers.cost-unknown');
  const zero = Object.entries(cost).find(([, amount]) => amount === 0)?.[0];
  const amount =
    formatAmounts(cost, texts) ?? (zero === 'credit' ? texts.t('providers.credits', { count: 0 }) : '0');
  return texts.t('providers.cost-about', { amount });
}
