import { formatBytes } from '../../format/format-bytes';
import { IconButton } from '../../controls/icon-button';
import { Stat } from '../../content/stat';
import { toExactCount } from '../../../model/values/count';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { useStoredAmount } from '../use-stored-amount';

/** What is stored, by kind, and how large it is. */
export function StoredSection() {
  const { t, language } = useTexts();
  const { amount, measure } = useStoredAmount();
  return (
    <Card
      title={t('options.stored')}
      action={<IconButton icon="refresh" label={t('words.retry')} size={16} onClick={() => void measure()} />}
    >
      <AsyncView of={amount.value} empty={null} onRetry={() => void measure()}>
        {(stored) => (
          <div class="stack">
            <dl class="stats">
              <Stat icon="book" label={t('options.stored-notes')} count={toExactCount(stored.notes)} />
              <Stat
                icon="comment"
                label={t('options.stored-comments')}
                count={toExactCount(stored.comments)}
              />
              <Stat icon="user" label={t('options.stored-authors')} count={toExactCount(stored.authors)} />
              {stored.usedBytes !== null && (
                <div class="stat">
                  <dt class="stat-label">{t('options.stored-size')}</dt>
                  <dd>
                    <span class="stat-value">{formatBytes(stored.usedBytes, language)}</span>
                  </dd>
                </div>
              )}
            </dl>
            <p class="small faint">
              {stored.persisted ? t('options.stored-persisted') : t('options.stored-not-persisted')}
            </p>
          </div>
        )}
      </AsyncView>
    </Card>
  );
}
