import { IconButton } from '../../controls/icon-button';
import { useTexts } from '../../text-context';
import type { NotificationsStore } from './create-notifications-store';
import './notifications.css';

/** Opens the notifications; says how many are new. */
export function NotificationsButton({ store }: { store: NotificationsStore }) {
  const { t } = useTexts();
  const count = store.newCount.value;
  return (
    <span class="bell">
      <IconButton
        icon="bell"
        label={count > 0 ? t('notices.open-new', { count }) : t('notices.open')}
        pressed={store.isOpen.value}
        onClick={() => store.setOpen(!store.isOpen.value)}
      />
      {count > 0 && (
        <span class="bell-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </span>
  );
}
