import { useAccounts } from '../../accounts/use-accounts';
import { ForgottenPassphrase } from '../../providers/sealed/forgotten-passphrase';
import { UnlockForm } from '../../providers/sealed/unlock-form';
import { useProviders } from '../../providers/state/use-providers';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { VaultCard } from '../providers/vault/vault-card';
import '../providers/providers-options.css';
import { AccountsConsent } from './accounts-consent';
import { AddAccountCard } from './add-account-card';
import { OwnLoginCard } from './own-login-card';
import { SavedAccountsCard } from './saved-accounts-card';
import { SwitchOffCard } from './switch-off-card';
import './accounts.css';

/** Several accounts: off until the user has read what it means; then the saved ones, and adding another. */
export function AccountsScreen() {
  const { t } = useTexts();
  const store = useAccounts();
  const { hasContainers } = useUi().ports.loginAccess;
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('options.screen-accounts')}</h2>
          <p>{t('accounts.intro')}</p>
        </div>
      </div>
      <AsyncView of={store.list.value} empty={null} onRetry={() => void store.refresh()} lines={8}>
        {(list) => (
          <div class="stack options-body">
            {list.state === 'off' && <AccountsConsent />}
            {list.state === 'locked' && (
              <Card title={t('accounts.locked')}>
                <UnlockForm label={t('providers.unlock')} onDone={() => void store.refresh()} />
                <div class="row">
                  <ForgottenPassphrase onDone={() => void store.refresh()} />
                </div>
              </Card>
            )}
            {list.state === 'ready' && (
              <>
                <OwnLoginCard list={list} />
                <SavedAccountsCard accounts={list.accounts} />
                <AddAccountCard adding={list.adding} />
                {/* In Firefox there is no cookie to be sealed. */}
                {!hasContainers && <LoginSeal hasLogins={list.accounts.length > 0} />}
                <SwitchOffCard />
              </>
            )}
          </div>
        )}
      </AsyncView>
    </>
  );
}

/** The seal on keys and logins; it is one and the same. */
function LoginSeal({ hasLogins }: { readonly hasLogins: boolean }) {
  return <VaultCard store={useProviders()} hasKeys={hasLogins} />;
}
