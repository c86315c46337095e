import type { Comment } from '../../model/comment';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';
import { DeedStatus } from './deed-status';
import type { DeedComment, DeedsStore } from './state/create-deeds-store';

/** Whether the user has had it deleted, so that there is nothing left to be done with it on the site. */
export const isDeleted = (store: DeedsStore, comment: DeedComment): boolean =>
  store.deedOf('delete-own-comment', comment)?.state.is === 'sent';

/** Below a comment: that the user likes it, and how what was ordered of it stands. Nothing where there is nothing to say. */
export function CommentDeeds({ comment, store }: { readonly comment: Comment; readonly store: DeedsStore }) {
  const { t } = useTexts();
  const deeds = (['like-comment', 'delete-own-comment'] as const).flatMap(
    (topic) => store.deedOf(topic, comment) ?? [],
  );
  return (
    <>
      {store.isOn('like-comment', comment) === true && (
        <p class="row tiny soft comment-liked">
          <Icon name="heart" size={12} />
          {t('deeds.comment-liked')}
        </p>
      )}
      {deeds.map((deed) => (
        <DeedStatus key={deed.topic} deed={deed} store={store} />
      ))}
    </>
  );
}
