import type { Settings } from '../../../model/settings';
import { useProviders } from '../../providers/state/use-providers';
import { AsyncView } from '../../surfaces/async-view';
import { useTexts } from '../../text-context';
import { FamilyCard } from './families/family-card';
import { OrderCard } from './order/order-card';
import { VaultCard } from './vault/vault-card';
import './providers-options.css';

/** Keys of providers: a card for each family, in which order they are asked, and the seal on the keys. */
export function ProvidersScreen({ now }: { now: Settings }) {
  const { t } = useTexts();
  const store = useProviders();
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('keys.title')}</h2>
          <p>{t('keys.intro')}</p>
        </div>
      </div>
      <AsyncView of={store.families.value} empty={null} onRetry={() => void store.refresh()} lines={8}>
        {(families) => (
          <div class="stack options-body">
            <VaultCard store={store} hasKeys={families.some((family) => family.state !== 'none')} />
            {families.map((family) => (
              <FamilyCard key={family.family} family={family} store={store} now={now} />
            ))}
            <OrderCard families={families} now={now} />
          </div>
        )}
      </AsyncView>
    </>
  );
}
