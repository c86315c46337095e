import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { RunReport } from '../../model/providers/run';
import { IconButton } from '../controls/icon-button';
import { formatList } from '../format/format-list';
import { ProviderProblem } from '../providers/provider-problem';
import { RunLine } from '../providers/run-line';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import type { EnrichStore } from './state/create-enrich-store';
import './enrich.css';

/** What came of it: who filled what and at which cost, or what stood in the way, with the way on. */
export function EnrichOutcome<Gap extends string>({
  store,
  toGapWords,
}: {
  store: EnrichStore<Gap>;
  toGapWords: (gap: Gap) => string;
}) {
  const { t, language } = useTexts();
  const now = store.now.value;
  if (now.state === 'idle' || now.state === 'running') return null;
  const close = (
    <IconButton icon="close" size={14} label={t('words.close')} onClick={() => store.dismiss()} />
  );
  if (now.state === 'failed') {
    return (
      <div class="enrich-failed">
        {close}
        <ProviderProblem error={now.error} onRetry={(agreed) => void store.start(agreed)} />
      </div>
    );
  }
  const provider = formatList(now.runs.map(toName), language);
  const gaps = formatList(now.gained.map(toGapWords), language);
  const isNew = now.gained.length > 0;
  return (
    <Notice
      icon={isNew ? 'check' : 'clock'}
      tone={isNew ? 'good' : 'plain'}
      shape="line"
      title={isNew ? t('enrich.filled', { provider, gaps }) : t('enrich.nothing-new', { provider })}
      actions={close}
    >
      {now.runs.map((run) => (
        <RunLine key={run.runId} run={run} />
      ))}
    </Notice>
  );
}

const toName = ({ provider }: RunReport) => PROVIDERS[provider].label;
