import { useId } from 'preact/hooks';
import type { AccountView } from '../../../model/accounts/account-list';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

interface AccountLineProps {
  readonly account: AccountView;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** One saved login: whether it can be used, and what can be done with it. */
export function AccountLine({ account, onRename, onRemove }: AccountLineProps) {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const { userId, name, host, status, isGone, isLoggedOut, savedAt } = account;
  const isActive = status === 'active';
  const id = useId();
  const change = () =>
    save(ports.client('account.change', { account: userId, status: isActive ? 'suspended' : 'active' }));
  const renew = () => save(ports.client('account.add', { name, renews: userId }));
  return (
    <li class="account">
      <div class="grow account-words">
        <p class="account-name">
          <span class="cut" id={id}>
            {name}
          </span>
          <AccountState account={account} />
        </p>
        <p class="tiny faint">
          <span class="mono">{userId}</span> · {host} · <Moment at={savedAt} />
        </p>
        {isGone && <p class="small soft">{t('containers.gone-text')}</p>}
        {isLoggedOut && <p class="small soft">{t('accounts.logged-out-text')}</p>}
      </div>
      <div class="row wrap">
        {isLoggedOut && !isGone && (
          <Button size="small" kind="primary" icon="external" describedBy={id} onClick={() => void renew()}>
            {t('accounts.log-in-again')}
          </Button>
        )}
        {isGone ? (
          <Button size="small" kind="primary" icon="external" describedBy={id} onClick={() => void renew()}>
            {t('containers.renew')}
          </Button>
        ) : (
          <Button
            size="small"
            icon={isActive ? 'pause' : 'play'}
            describedBy={id}
            onClick={() => void change()}
          >
            {t(isActive ? 'accounts.suspend' : 'accounts.resume')}
          </Button>
        )}
        <Button size="small" describedBy={id} onClick={onRename}>
          {t('accounts.rename')}
        </Button>
        <Button size="small" kind="danger" icon="trash" describedBy={id} onClick={onRemove}>
          {t('accounts.remove')}
        </Button>
      </div>
    </li>
  );
}

function AccountState({
  account: { status, isForeign, isGone, isLoggedOut },
}: Pick<AccountLineProps, 'account'>) {
  const { t } = useTexts();
  if (isForeign || isGone || isLoggedOut)
    return (
      <Chip tone="warn" icon="alert">
        {t(isGone ? 'containers.gone' : isForeign ? 'accounts.foreign' : 'accounts.logged-out')}
      </Chip>
    );
  return (
    <Chip tone={status === 'active' ? 'good' : 'plain'}>
      {t(status === 'active' ? 'accounts.active' : 'accounts.suspended')}
    </Chip>
  );
}
