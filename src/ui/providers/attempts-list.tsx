import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { LedgerEntry } from '../../model/providers/ledger';
import type { ProviderFailure } from '../../model/providers/provider-error';
import { Chip } from '../controls/chip';
import { CopyButton } from '../controls/copy-button';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';
import { toReasonWords } from './to-reason-words';
import './providers.css';

/** Every attempt of a run that failed, in their order: who, why, whether it was charged, and the id to ask about it. */
export function AttemptsList({ attempts }: { attempts: readonly ProviderFailure[] }) {
  const texts = useTexts();
  const { t } = texts;
  if (attempts.length === 0) return null;
  return (
    <ol class="attempts" aria-label={t('providers.attempts')}>
      {attempts.map((attempt, index) => (
        <li class="attempt" key={`${index}-${attempt.requestId ?? attempt.kind}`}>
          <Icon name="alert" size={16} />
          <div class="grow">
            <p>
              <span class="strong">{attempt.provider && PROVIDERS[attempt.provider].label}</span>{' '}
              {t(`providers.kind-${attempt.kind}`)}
            </p>
            <p class="row wrap tiny soft">
              {attempt.status !== undefined && <span class="mono">{attempt.status}</span>}
              {attempt.reason !== undefined && <span>{toReasonWords(attempt.reason, texts)}</span>}
              <Chip tone={attempt.billed ? 'warn' : 'plain'}>
                {t(attempt.billed ? 'providers.charged' : 'providers.not-charged')}
              </Chip>
              {attempt.requestId !== undefined && (
                <CopyButton
                  text={attempt.requestId}
                  label={`${t('providers.request-id')} ${attempt.requestId}`}
                  shown={attempt.requestId}
                />
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The failed attempts among a run's entries in the ledger. */
export function toFailures(entries: readonly LedgerEntry[]): ProviderFailure[] {
  return entries.flatMap((entry) => {
    const { outcome, provider, operation, status, reason, requestId, billed } = entry;
    if (outcome === 'ok') return [];
    return [
      {
        kind: outcome,
        provider,
        operation,
        billed,
        ...(status === undefined ? {} : { status }),
        ...(reason === undefined ? {} : { reason }),
        ...(requestId === undefined ? {} : { requestId }),
      },
    ];
  });
}
