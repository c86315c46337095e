import { useEffect } from 'preact/hooks';
import { listChoosable } from '../accounts/list-choosable';
import { useAccounts } from '../accounts/use-accounts';
import { Icon } from '../icons/icon';
import { findValue } from '../stores/async';
import { useTexts } from '../text-context';
import type { RepliesStore, ReplySubject } from './state/create-replies-store';

/** The value of the browser's own login, which is no account that could be named. */
const OWN = '';

/** Who answers, where there is a choice: the browser's own login, or one saved account. Nothing where there is none. */
export function ReplyAccount({
  comment,
  store,
}: {
  readonly comment: ReplySubject;
  readonly store: Pick<RepliesStore, 'accountOf' | 'setAccount'>;
}) {
  const { t } = useTexts();
  const list = findValue(useAccounts().list.value);
  const ownId = list?.own?.userId;
  const ownName = list?.accounts.find(({ userId }) => userId === ownId)?.name;
  const choosable = listChoosable(list, '').filter(({ userId }) => userId !== ownId);
  const hasSaved = listChoosable(list, '').length > 0;
  const chosen = store.accountOf(comment);
  const isGone =
    chosen !== undefined &&
    list !== undefined &&
    list.state !== 'locked' &&
    !choosable.some(({ userId }) => userId === chosen);
  // It was set aside, deleted, or is the browser's own login by now.
  useEffect(() => {
    if (isGone) store.setAccount(comment, undefined);
  }, [isGone]);
  if (!hasSaved) return null;
  const own = ownName === undefined ? t('replies.as-own') : t('replies.as-own-saved', { name: ownName });
  return (
    <label class="row small reply-account">
      <Icon name="user" size={14} />
      <span aria-hidden="true">{t('replies.as')}</span>
      <select
        class="grow"
        aria-label={t('replies.as')}
        value={chosen ?? OWN}
        onChange={({ currentTarget: { value } }) =>
          store.setAccount(comment, value === OWN ? undefined : value)
        }
      >
        {[{ userId: OWN, name: own }, ...choosable].map(({ userId, name }) => (
          <option key={userId} value={userId} selected={userId === (chosen ?? OWN)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
