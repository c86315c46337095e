import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AppError } from '../../model/errors';
import type { ProviderFailure } from '../../model/providers/provider-error';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { FailedNotice } from '../surfaces/failed-notice';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import { AccessButton } from './access-button';
import { AttemptsList, toFailures } from './attempts-list';
import { BudgetReached } from './budget-reached';
import { NoProvider } from './no-provider';
import { useProviders } from './state/use-providers';
import { UnlockForm } from './sealed/unlock-form';

export interface ProviderProblemProps {
  readonly error: AppError;
  /** The same again. `agreed`: the user has read that the price is not known and says yes. */
  readonly onRetry: (agreed: boolean) => void;
}

/** Why a question to providers was not answered, each with its way on in place. */
export function ProviderProblem({ error, onRetry }: ProviderProblemProps) {
  const { ports } = useUi();
  const { t } = useTexts();
  switch (error.code) {
    case 'no-provider':
      return <NobodyCan gap={error.details['gap']} />;
    case 'vault-locked':
      return (
        <Notice icon="lock" tone="warn" title={t('providers.locked-title')}>
          <div class="stack">
            <p>{t('providers.locked-text')}</p>
            <UnlockForm label={t('providers.unlock')} onDone={() => onRetry(false)} />
          </div>
        </Notice>
      );
    case 'budget-reached':
      return <BudgetReached details={error.details} onGoOn={() => onRetry(true)} />;
    case 'price-unknown':
      return (
        <Notice
          icon="coins"
          tone="warn"
          title={t('providers.price-unknown-title')}
          actions={
            <>
              <Button kind="primary" onClick={() => onRetry(true)}>
                {t('providers.ask-anyway')}
              </Button>
              <Button onClick={() => void ports.openPage('options', 'spending')}>
                {t('providers.enter-price')}
              </Button>
            </>
          }
        >
          {t('providers.price-unknown-text')}
        </Notice>
      );
    case 'provider-access-withheld':
      return <NoAccess onGiven={() => onRetry(true)} />;
    case 'providers-failed':
      return <AllFailed error={error} onRetry={() => onRetry(true)} />;
    case 'nothing-found':
      return (
        <Notice icon="search" title={t('providers.nothing-title')}>
          {t('providers.nothing-text')}
        </Notice>
      );
    default:
      return <FailedNotice error={error} onRetry={() => onRetry(true)} />;
  }
}

/** Whoever refused knows why; only where it did not say are the families looked at. */
function NobodyCan({ gap }: { gap: unknown }) {
  const families = findValue(useProviders().families.value) ?? [];
  const hasKey = gap === undefined ? families.some((family) => family.state !== 'none') : gap !== 'no-key';
  return <NoProvider hasKey={hasKey} isOut={gap === 'out'} />;
}

/** It may be given elsewhere meanwhile: in the options, in the browser's own pages. */
function NoAccess({ onGiven }: { onGiven: () => void }) {
  const { t } = useTexts();
  const families = findValue(useProviders().families.value) ?? [];
  const kept = families.filter((family) => family.state !== 'none' && !family.hasAccess);
  if (kept.length === 0 && families.some((family) => family.hasAccess)) {
    return (
      <Notice
        icon="shield"
        tone="good"
        title={t('providers.access-there')}
        actions={
          <Button kind="primary" icon="refresh" onClick={onGiven}>
            {t('words.retry')}
          </Button>
        }
      />
    );
  }
  return (
    <Notice
      icon="shield"
      tone="warn"
      title={t('providers.access-title')}
      actions={kept.map(({ family }) => (
        <AccessButton key={family} family={family} onGiven={onGiven} />
      ))}
    >
      {t('providers.access-text')}
    </Notice>
  );
}

function AllFailed({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const attempts = useSignal<readonly ProviderFailure[]>([]);
  const runId = error.details['runId'];
  useEffect(() => {
    if (typeof runId !== 'string') return;
    // What cannot be read is left out: the notice itself says that it failed.
    ports.readers.findRun(runId).then(
      (entries) => (attempts.value = toFailures(entries)),
      () => undefined,
    );
  }, [runId]);
  return (
    <div class="stack">
      <Notice
        icon="alert"
        tone="bad"
        title={t('providers.failed-title')}
        actions={
          <Button icon="refresh" onClick={onRetry}>
            {t('words.retry')}
          </Button>
        }
      >
        {t('providers.failed-text')}
      </Notice>
      <AttemptsList attempts={attempts.value} />
    </div>
  );
}
