import type { ComponentChildren } from 'preact';
import type { FamilyState } from '../../../../model/providers/provider-state';
import { Moment } from '../../../content/moment';
import { formatAmounts, formatPrice } from '../../../providers/format-amounts';
import { ProgressBar } from '../../../surfaces/progress-bar';
import { useTexts } from '../../../text-context';

/** Balance, what today has cost, and how much of the limits is used. */
export function FamilyFacts({ family }: { family: FamilyState }) {
  const texts = useTexts();
  const { t, language } = texts;
  const { used, spentToday } = family;
  return (
    <div class="stack">
      <dl class="facts">
        <Fact name={t('keys.balance')}>
          <BalanceWords family={family} />
        </Fact>
        <Fact name={t('keys.spent-today')}>
          {formatAmounts(spentToday, texts) ?? t('keys.nothing-spent')}
        </Fact>
        <Fact name={t('keys.calls-today')}>{new Intl.NumberFormat(language).format(used.today)}</Fact>
      </dl>
      {used.perMinute !== undefined && (
        <Limit name={t('keys.limit-minute')} used={used.thisMinute} of={used.perMinute} />
      )}
      {used.creditsPerMonth !== undefined && (
        <>
          <Limit name={t('keys.limit-month')} used={used.thisMonth} of={used.creditsPerMonth} />
          <p class="tiny faint">{t('keys.limit-month-hint')}</p>
        </>
      )}
      {used.perSecond !== undefined && (
        <p class="tiny faint">{t('keys.limit-second', { count: used.perSecond })}</p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Limit({ name, used, of }: { name: string; used: number; of: number }) {
  const { t } = useTexts();
  return (
    <ProgressBar kind="measure" label={name} value={used} max={of} text={t('keys.limit-of', { used, of })} />
  );
}

function BalanceWords({ family: { family, balance, used } }: { family: FamilyState }) {
  const texts = useTexts();
  const { t } = texts;
  if (balance?.amount !== undefined && balance.currency !== undefined) {
    const { amount, freeAmount, currency, at } = balance;
    return (
      <>
        {formatPrice({ currency, amount }, texts)}
        <span class="fact-more">
          {freeAmount !== undefined && freeAmount > 0 && (
            <span>
              {t('keys.balance-free', { amount: formatPrice({ currency, amount: freeAmount }, texts) })}
            </span>
          )}
          <Moment at={at} />
        </span>
      </>
    );
  }
  if (family === 'parsebot' && used.creditsPerMonth !== undefined) {
    return <>{t('providers.credits', { count: Math.max(0, used.creditsPerMonth - used.thisMonth) })}</>;
  }
  return (
    <span class="fact-quiet">{t(family === 'tikhub' ? 'keys.balance-unknown' : 'keys.no-balance')}</span>
  );
}
