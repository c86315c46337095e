import { useSignal } from '@preact/signals';
import { toAuthorKey, type Person } from '../../../model/author';
import type { Comment } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { mayStore } from '../../../model/settings';
import { toAppError } from '../../../model/errors';
import { Button } from '../../controls/button';
import { CommentDeeds, isDeleted } from '../../deeds/comment-deeds';
import { DeleteCommentDialog } from '../../deeds/delete-comment-dialog';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Skeleton } from '../../surfaces/async-view';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { FailedNotice } from '../../surfaces/failed-notice';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { ReplyFoot } from '../../replies/reply-foot';
import type { PanelStores } from '../frame/create-panel-stores';
import type { CommentActions } from './comment-item';
import { CommentList } from './comment-list';
import { CommentToolbar } from './comment-toolbar';
import type { CommentsStore } from './create-comments-store';

/** The list in whichever face it has: reading, failed, nothing kept, nothing matches, or the rows. */
function ListFace(props: {
  store: CommentsStore;
  note: Note;
  actions: CommentActions;
  replies: PanelStores['replies'];
}) {
  const { store, note, actions, replies } = props;
  const { t } = useTexts();
  const error = store.error.value;
  const summary = store.summary.value;
  const settings = useUi().settings.settings.value;
  const reads = settings !== undefined && mayStore(settings) && settings.capture.notes;
  if (error) return <FailedNotice error={error} onRetry={store.retry} />;
  if (!summary) {
    return (
      <div class="panel-scroll">
        <Skeleton lines={8} />
      </div>
    );
  }
  if (summary.total === 0) {
    // Why there is nothing is said above; scrolling would not help.
    if (note.standing !== undefined && note.standing !== 'public') return null;
    const none = note.counts.comments?.value === 0 && !note.counts.comments.approximate;
    return (
      <div class="panel-scroll">
        <Notice icon="comment" title={none ? t('comments.none-on-site') : t('comments.none')}>
          {none || !reads ? undefined : t('comments.none-hint')}
        </Notice>
      </div>
    );
  }
  if (summary.rows === 0) {
    return (
      <div class="panel-scroll">
        <Notice
          icon="search"
          title={t('comments.no-match')}
          actions={<Button onClick={() => store.clear()}>{t('comments.clear-filters')}</Button>}
        />
      </div>
    );
  }
  return (
    <CommentList
      store={store}
      host={note.host ?? 'www.xiaohongshu.com'}
      actions={actions}
      foot={(comment) => (
        <>
          <CommentDeeds comment={comment} store={actions.deeds} />
          {!isDeleted(actions.deeds, comment) && <ReplyFoot comment={comment} note={note} store={replies} />}
        </>
      )}
    />
  );
}

/** Search, filters, and the list, growing while the page loads more. */
export function CommentsScreen({ stores, note }: { stores: PanelStores; note: Note }) {
  const { t } = useTexts();
  const { ports, toasts } = useUi();
  const save = useSave();
  const forgetting = useSignal<Person | undefined>(undefined);
  const deleting = useSignal<Comment | undefined>(undefined);
  const { deeds } = stores;
  const actions: CommentActions = {
    setCollapsed: (root, collapsed) => stores.comments.setCollapsed(root, collapsed),
    forgetPerson: (person) => (forgetting.value = person),
    deeds,
    like: (comment, isOn) => void save(deeds.set('like-comment', isOn, comment)),
    askToDelete: (comment) => (deleting.value = comment),
    copy: (text) =>
      void navigator.clipboard.writeText(text).then(
        () => toasts.show(t('words.copied')),
        () => toasts.show(t('words.copy-refused'), { tone: 'bad' }),
      ),
  };
  const forget = (person: Person) => {
    forgetting.value = undefined;
    ports.client('person.forget', { authorKey: toAuthorKey(person.id) }).then(
      (removed) => toasts.show(t('comments.forget-person-done', removed)),
      (thrown: unknown) => toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' }),
    );
  };
  const person = forgetting.value;
  return (
    <>
      {(stores.comments.summary.value?.total ?? 0) > 0 && <CommentToolbar store={stores.comments} />}
      <ListFace store={stores.comments} note={note} actions={actions} replies={stores.replies} />
      {deleting.value && (
        <DeleteCommentDialog
          comment={deleting.value}
          commentId={deleting.value.commentId}
          account={deeds.ownerOf(deleting.value)?.account}
          onConfirm={() => {
            const comment = deleting.value;
            deleting.value = undefined;
            if (comment) void save(deeds.remove(comment));
          }}
          onClose={() => (deleting.value = undefined)}
        />
      )}
      {person && (
        <ConfirmDialog
          title={t('comments.forget-person')}
          confirmLabel={t('comments.forget-person')}
          danger
          onConfirm={() => forget(person)}
          onClose={() => (forgetting.value = undefined)}
        >
          {t('comments.forget-person-ask', { name: person.nickname ?? t('comments.nameless') })}
        </ConfirmDialog>
      )}
    </>
  );
}
