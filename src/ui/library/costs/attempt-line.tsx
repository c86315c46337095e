import type { LedgerEntry } from '../../../model/providers/ledger';
import { PROVIDERS } from '../../../model/providers/provider.catalog';
import { Moment } from '../../content/moment';
import { CopyButton } from '../../controls/copy-button';
import { Icon } from '../../icons/icon';
import { formatPrice } from '../../providers/format-amounts';
import { toReasonWords } from '../../providers/to-reason-words';
import { useTexts, type Texts } from '../../text-context';

/** One attempt: whom, for what, how it ended, how long it took, what it cost. */
export function AttemptLine({ entry }: { entry: LedgerEntry }) {
  const texts = useTexts();
  const { t, language } = texts;
  const { outcome, reason, status, requestId } = entry;
  const isFine = outcome === 'ok';
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    entry.durationMs / 1_000,
  );
  return (
    <div class={isFine ? 'attempt-line' : 'attempt-line attempt-failed'}>
      <Icon name={isFine ? (entry.cached ? 'clock' : 'check') : 'alert'} size={16} />
      <div class="grow">
        <p class="row wrap">
          <span class="strong">{PROVIDERS[entry.provider].label}</span>
          <span class="soft">{t(`providers.operation-${entry.operation}`)}</span>
        </p>
        <p class="row wrap tiny faint">
          <Moment at={entry.at} />
          {!isFine && <span class="attempt-why">{t(`providers.kind-${outcome}`)}</span>}
          {status !== undefined && !isFine && <span class="mono">{status}</span>}
          {reason !== undefined && <span>{toReasonWords(reason, texts)}</span>}
          <span>{t('costs.duration', { seconds })}</span>
          <span class="mono cut">{entry.endpoint}</span>
          {requestId !== undefined && <CopyButton text={requestId} label={t('providers.request-id')} />}
        </p>
      </div>
      <span class="attempt-price">{toPriceWords(entry, texts)}</span>
    </div>
  );
}

function toPriceWords({ billed, price, cached }: LedgerEntry, texts: Texts): string {
  if (cached) return texts.t(`providers.run-cached-${cached}`);
  if (!billed) return texts.t('providers.not-charged');
  return price ? formatPrice(price, texts) : texts.t('costs.price-unknown');
}
