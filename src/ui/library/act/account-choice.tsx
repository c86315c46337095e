import type { Choosable } from '../../accounts/list-choosable';
import { Chip } from '../../controls/chip';
import { useTexts } from '../../text-context';

interface AccountChoiceProps {
  readonly accounts: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Only one may act. */
  readonly isSingle: boolean;
}

/** Under which accounts it is done: none chosen is the browser's own login. */
export function AccountChoice({ accounts, chosen, onChange, isSingle }: AccountChoiceProps) {
  const { t } = useTexts();
  const toggle = (userId: string) => {
    if (chosen.includes(userId)) return onChange(chosen.filter((one) => one !== userId));
    // In the order in which they are listed: that is the order in which they act.
    const wanted = isSingle ? [userId] : [...chosen, userId];
    onChange(accounts.map((one) => one.userId).filter((one) => wanted.includes(one)));
  };
  return (
    <div role="group" aria-label={t('act.accounts')}>
      <p class="switch-label">{t('act.accounts')}</p>
      <p class="switch-hint">{t('act.accounts-hint')}</p>
      <div class="row wrap act-accounts">
        {accounts.map(({ userId, name }) => (
          <Chip key={userId} icon="user" on={chosen.includes(userId)} onToggle={() => toggle(userId)}>
            {name}
          </Chip>
        ))}
      </div>
    </div>
  );
}
