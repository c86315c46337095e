import { useSignal } from '@preact/signals';
import { FAMILIES } from '../../../../model/providers/provider.catalog';
import type { FamilyState } from '../../../../model/providers/provider-state';
import type { Settings } from '../../../../model/settings';
import { Button } from '../../../controls/button';
import type { ProvidersStore } from '../../../providers/state/providers-store';
import { useTexts } from '../../../text-context';
import { FamilyActions } from './family-actions';
import { FamilyFacts } from './family-facts';
import { FamilyHead } from './family-head';
import { FamilyNotices } from './family-notices';
import { KeyForm } from './key-form';
import { LastFailure } from './last-failure';
import { ParsebotFields } from './parsebot-fields';
import { SeriesList } from './series-list';
import { TikhubRegion } from './tikhub-region';

export interface FamilyProps {
  readonly family: FamilyState;
  readonly store: ProvidersStore;
}

/** One family: without a key the way to one, with a key how things stand with it. */
export function FamilyCard({ family, store, now }: FamilyProps & { now: Settings }) {
  const { t } = useTexts();
  const adding = useSignal(false);
  const { label } = FAMILIES[family.family];
  const hasKey = family.state !== 'none';
  return (
    <section class="card card-plain family" aria-labelledby={`family-${family.family}`}>
      <FamilyHead family={family} now={now} />
      {!hasKey && !adding.value && (
        <div>
          <Button icon="key" onClick={() => (adding.value = true)}>
            {t('keys.add')}
          </Button>
        </div>
      )}
      {adding.value && (
        <KeyForm
          family={family}
          store={store}
          onDone={() => (adding.value = false)}
          cancelLabel={hasKey ? t('keys.cancel-replace') : t('words.cancel')}
        />
      )}
      {hasKey && (
        <>
          <FamilyNotices family={family} store={store} />
          <FamilyFacts family={family} />
          {!adding.value && (
            <FamilyActions family={family} store={store} onReplace={() => (adding.value = true)} />
          )}
          {family.lastFailure && <LastFailure of={family.lastFailure} />}
          <div class="lines family-lines">
            {family.family === 'tikhub' && <TikhubRegion family={family} store={store} />}
            {family.family === 'parsebot' && <ParsebotFields family={family} store={store} />}
          </div>
          {family.series.length > 0 && <SeriesList family={family} store={store} now={now} label={label} />}
        </>
      )}
    </section>
  );
}
