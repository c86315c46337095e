import { useId } from 'preact/hooks';
import { listChoosable } from '../accounts/list-choosable';
import { useAccounts } from '../accounts/use-accounts';
import { Icon } from '../icons/icon';
import { findValue } from '../stores/async';
import { useTexts } from '../text-context';
import type { RepliesStore, ReplySubject } from './state/create-replies-store';

/** The value of the browser's own login, which is no account that could be named. */
const OWN = '';

/**
 * Who answers, where there is a choice: the browser's own login, or one saved account. Nothing where there is none. One that
 * was chosen and cannot be used any more stays chosen, so that nobody else answers in its place unless the user says so.
 */
export function ReplyAccount({
  comment,
  store,
}: {
  readonly comment: ReplySubject;
  readonly store: Pick<RepliesStore, 'accountOf' | 'setAccount'>;
}) {
  const { t } = useTexts();
  const problemId = useId();
  const list = findValue(useAccounts().list.value);
  const ownId = list?.own?.userId;
  const ownSaved = list?.accounts.find(({ userId }) => userId === ownId);
  const choosable = listChoosable(list, '').filter(({ userId }) => userId !== ownId);
  const hasSaved = listChoosable(list, '').length > 0;
  const chosen = store.accountOf(comment);
  if (!list || (!hasSaved && chosen === undefined)) return null;
  const isOwnNow = chosen === ownId && list.state === 'ready' && ownSaved?.status !== 'suspended';
  const isOwn = chosen === undefined || isOwnNow;
  const isUnusable = !isOwn && !choosable.some(({ userId }) => userId === chosen);
  const value = isOwn ? OWN : chosen;
  const own = ownSaved ? t('replies.as-own-saved', { name: ownSaved.name }) : t('replies.as-own');
  return (
    <>
      <label class="row small reply-account">
        <Icon name="user" size={14} />
        <span aria-hidden="true">{t('replies.as')}</span>
        <select
          class="grow"
          aria-label={t('replies.as')}
          aria-invalid={isUnusable}
          aria-describedby={isUnusable ? problemId : undefined}
          value={value}
          onChange={({ currentTarget }) =>
            store.setAccount(comment, currentTarget.value === OWN ? undefined : currentTarget.value)
          }
        >
          {isUnusable && (
            <option key={value} value={value} selected>
              {t('replies.as-unusable')}
            </option>
          )}
          {[{ userId: OWN, name: own }, ...choosable].map(({ userId, name }) => (
            <option key={userId} value={userId} selected={userId === value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isUnusable && (
        <p class="field-problem" id={problemId}>
          {t('replies.as-unusable-text')}
        </p>
      )}
    </>
  );
}
