import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { CommentView } from '../../workers/comment-view/types';
import { createUnansweredClient } from '../../workers/library/unanswered/create-unanswered-client';
import type { UnansweredFinder } from '../../workers/library/unanswered/create-unanswered-client';
import { AccessCard } from '../popup/access-card';
import { SetupCard } from '../popup/setup-card';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { AsyncView } from '../surfaces/async-view';
import { CommentsScreen } from './comments/comments-screen';
import { DetailsScreen } from './details/details-screen';
import { createPanelStores, type PanelStores } from './frame/create-panel-stores';
import { LazyReplies } from './frame/lazy-replies';
import { NoNote } from './frame/no-note';
import { PageNotices } from './frame/page-notices';
import { PanelFoot } from './frame/panel-foot';
import { PanelHead, type PanelTab } from './frame/panel-head';
import { UnreadNote } from './frame/unread-note';
import { createNotificationsStore } from './notifications/create-notifications-store';
import { NotificationsButton } from './notifications/notifications-button';
import { NotificationsScreen } from './notifications/notifications-screen';
import { createWaitingCount } from './replies/state/create-waiting-count';
import './sidepanel.css';

function PanelBody({
  stores,
  tab,
  onTab,
  finder,
}: {
  stores: PanelStores;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  finder: UnansweredFinder | undefined;
}) {
  if (stores.view.value?.hasAccess === false && stores.noteId.value === undefined) {
    return (
      <div class="panel-scroll">
        <AccessCard store={stores.tab} />
      </div>
    );
  }
  if (tab === 'replies') return <LazyReplies stores={stores} finder={finder} />;
  if (stores.noteId.value === undefined)
    return <NoNote onShow={(noteId) => stores.showStored(noteId)} onReplies={() => onTab('replies')} />;
  if (stores.hiddenId.value === stores.noteId.value) return <UnreadNote stores={stores} />;
  return (
    <AsyncView
      of={stores.note.note.value}
      empty={<UnreadNote stores={stores} />}
      onRetry={() => void stores.note.refresh()}
    >
      {(note) => (
        <>
          {tab === 'details' ? (
            <DetailsScreen
              note={note}
              trend={stores.note.trend.value}
              enrich={stores.enrich}
              media={stores.media}
              jobs={stores.jobs}
              deeds={stores.deeds}
            />
          ) : (
            <CommentsScreen stores={stores} note={note} />
          )}
          <PanelFoot stores={stores} note={note} />
        </>
      )}
    </AsyncView>
  );
}

/** The side panel: the note that is open, in full. */
export function SidepanelApp({
  commentView,
  finder,
}: {
  commentView?: CommentView;
  finder?: UnansweredFinder;
}) {
  const ui = useUi();
  const stores = useMemo(() => createPanelStores(ui, commentView), [ui, commentView]);
  const notifications = useMemo(() => createNotificationsStore(ui), [ui]);
  const waiting = useMemo(
    () =>
      createWaitingCount(
        { ports: ui.ports, finder: finder ?? createUnansweredClient(), ...stores },
        ui.signal,
      ),
    [ui, stores],
  );
  const tab = useSignal<PanelTab>('comments');
  if (!ui.settings.settings.value?.consent) {
    return (
      <main class="panel panel-scroll">
        <SetupCard />
      </main>
    );
  }
  return (
    <main class="panel">
      <PanelHead
        stores={stores}
        note={findValue(stores.note.note.value)}
        tab={tab.value}
        waiting={waiting.value}
        onTab={(next) => {
          tab.value = next;
          notifications.setOpen(false);
        }}
      >
        <NotificationsButton store={notifications} />
      </PanelHead>
      <PageNotices stores={stores} />
      <div class="panel-body">
        {notifications.isOpen.value ? (
          <NotificationsScreen store={notifications} replies={stores.replies} />
        ) : (
          <PanelBody stores={stores} tab={tab.value} onTab={(next) => (tab.value = next)} finder={finder} />
        )}
      </div>
    </main>
  );
}
