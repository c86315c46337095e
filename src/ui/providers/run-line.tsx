import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { RunReport } from '../../model/providers/run';
import { Moment } from '../content/moment';
import { Icon } from '../icons/icon';
import { useTexts, type Texts } from '../text-context';
import { AttemptsList } from './attempts-list';
import { formatAmounts } from './format-amounts';
import './providers.css';

/** Who answered, when it was true at the source, what it cost; behind it the attempts that failed before. */
export function RunLine({ run }: { run: RunReport }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div class="run-line">
      <p class="row wrap small soft">
        <Icon name={run.cached ? 'clock' : 'globe'} size={14} />
        <span class="strong">{PROVIDERS[run.provider].label}</span>
        <Moment at={run.at} />
        <span>{toChargeWords(run, texts)}</span>
      </p>
      {run.failed.length > 0 && (
        <details class="fold">
          <summary>{t('providers.attempts-count', { count: run.failed.length })}</summary>
          <AttemptsList attempts={run.failed} />
        </details>
      )}
    </div>
  );
}

/** "$0.01"; "answer kept here"; "charge not known". */
export function toChargeWords(run: RunReport, texts: Texts): string {
  const { t } = texts;
  if (run.cached) return t(`providers.run-cached-${run.cached}`);
  const amount = formatAmounts(run.cost, texts);
  if (amount !== undefined) return amount;
  return t(run.hasUnknownPrice ? 'providers.run-unknown' : 'providers.run-free');
}
