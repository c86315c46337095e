import { useSignal } from '@preact/signals';
import { Virtualizer } from 'virtua';
import { findRelation, isTalk } from '../../../model/notifications/find-relation';
import type { StoredNotification } from '../../../model/records';
import { toUrl } from '../../../site/routes';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Segmented } from '../../controls/segmented';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { MOST_NOTIFICATIONS, type NotificationsStore } from './create-notifications-store';
import { NotificationItem } from './notification-item';

/** A usual item; the real heights are measured as items come on screen. */
const USUAL_HEIGHT = 120;
/** So few are all in the document. */
const FEW = 40;

export interface NotificationsScreenProps {
  readonly store: NotificationsStore;
  readonly replies: RepliesStore;
}

/** Who commented, replied, mentioned, liked or followed, as the site's notification page showed it. */
export function NotificationsScreen({ store, replies }: NotificationsScreenProps) {
  const { t } = useTexts();
  const { settings } = useUi();
  const shows = useSignal<'talk' | 'rest'>('talk');
  const isKept = settings.settings.value?.capture.notifications === true;
  return (
    <div class="panel-scroll stack">
      <div class="row row-between">
        <h2 class="notices-title">{t('notices.title')}</h2>
        <IconButton icon="close" label={t('notices.close')} onClick={() => store.setOpen(false)} />
      </div>
      {!isKept && <SwitchedOffNotice />}
      <AsyncView
        of={store.messages.value}
        empty={isKept ? <NothingYet /> : null}
        onRetry={() => void store.refresh()}
      >
        {(messages) => {
          const shown = messages.filter(
            ({ type }) => isTalk(findRelation(type)) === (shows.value === 'talk'),
          );
          return (
            <>
              <Segmented
                label={t('notices.show')}
                value={shows.value}
                options={[
                  { value: 'talk', label: t('notices.show-talk') },
                  { value: 'rest', label: t('notices.show-rest') },
                ]}
                onChange={(value) => (shows.value = value)}
              />
              {shown.length === 0 ? (
                <p class="small soft" role="status">
                  {t(`notices.none-${shows.value}`)}
                </p>
              ) : (
                <Messages messages={shown} store={store} replies={replies} />
              )}
              {store.isCut.value && (
                <p class="tiny faint">{t('notices.first-only', { count: MOST_NOTIFICATIONS })}</p>
              )}
              <div class="row row-between wrap">
                <p class="tiny faint grow">{t('notices.how')}</p>
                <OpenPage size="small" />
              </div>
            </>
          );
        }}
      </AsyncView>
    </div>
  );
}

interface MessagesProps extends NotificationsScreenProps {
  readonly messages: readonly StoredNotification[];
}

function Messages({ messages, store, replies }: MessagesProps) {
  const { t } = useTexts();
  const draw = (message: StoredNotification, index: number) => (
    <div
      key={message.id}
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={messages.length}
      class="notice-item-slot"
    >
      <NotificationItem
        message={message}
        note={message.noteId === undefined ? undefined : store.notes.value.get(message.noteId)}
        isNew={store.isNew(message)}
        replies={replies}
      />
    </div>
  );
  return (
    <div role="list" aria-label={t('notices.list')}>
      {messages.length <= FEW ? (
        messages.map(draw)
      ) : (
        <Virtualizer data={messages} itemSize={USUAL_HEIGHT} bufferSize={300}>
          {draw}
        </Virtualizer>
      )}
    </div>
  );
}

function OpenPage({ size = 'normal' }: { size?: 'small' | 'normal' }) {
  const { t } = useTexts();
  const { ports } = useUi();
  return (
    <Button
      size={size}
      icon="external"
      onClick={() => void ports.tabs.open(toUrl({ kind: 'notifications', host: 'www.xiaohongshu.com' }))}
    >
      {t('notices.open-page')}
    </Button>
  );
}

function NothingYet() {
  const { t } = useTexts();
  return (
    <Notice icon="bell" title={t('notices.none-title')} actions={<OpenPage />}>
      {t('notices.none-text')}
    </Notice>
  );
}

/** Nothing more is kept, and how it would be. */
function SwitchedOffNotice() {
  const { t } = useTexts();
  const { settings } = useUi();
  const save = useSave();
  const switchOn = () => {
    const capture = settings.settings.value?.capture;
    if (capture) void save(settings.change({ capture: { ...capture, notifications: true } }));
  };
  return (
    <Notice
      icon="bell"
      shape="strip"
      title={t('notices.off-title')}
      actions={
        <Button kind="primary" size="small" onClick={switchOn}>
          {t('notices.switch-on')}
        </Button>
      }
    >
      {t('notices.off-text')}
    </Notice>
  );
}
