import type { FamilyState } from '../../../../model/providers/provider-state';
import { Moment } from '../../../content/moment';
import { AttemptsList } from '../../../providers/attempts-list';
import { useTexts } from '../../../text-context';

/** The last call that failed, with the id to ask the vendor about. */
export function LastFailure({ of }: { of: NonNullable<FamilyState['lastFailure']> }) {
  const { t } = useTexts();
  return (
    <details class="fold">
      <summary>
        <span>{t('keys.last-failure')}</span>
        <span class="soft">{t(`providers.kind-${of.failure.kind}`)}</span>
        <span class="faint">
          <Moment at={of.at} />
        </span>
      </summary>
      <AttemptsList attempts={[of.failure]} />
    </details>
  );
}
