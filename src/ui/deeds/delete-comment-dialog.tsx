import { useSignal } from '@preact/signals';
import type { Comment } from '../../model/comment';
import { Button } from '../controls/button';
import { RichText } from '../content/rich-text';
import { Dialog } from '../surfaces/dialog';
import { useTexts } from '../text-context';
import './deeds.css';

export interface DeleteCommentDialogProps {
  /** What is stored of it; absent: nothing, so that its id has to do. */
  readonly comment: Pick<Comment, 'content' | 'mentions'> | undefined;
  readonly commentId: string;
  /** Under which account it is deleted, where that is not the browser's own login. */
  readonly account?: string | undefined;
  /** Both questions were answered with yes. */
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * A comment that is deleted cannot be brought back: it is shown, and asked about twice. What stood where the first yes was
 * is a no, so that a second press at the same place deletes nothing.
 */
export function DeleteCommentDialog(props: DeleteCommentDialogProps) {
  const { comment, commentId, account, onConfirm, onClose } = props;
  const { t } = useTexts();
  const isSure = useSignal(false);
  const keep = <Button onClick={onClose}>{t('act.delete-no')}</Button>;
  const goOn = (
    <Button kind="danger" onClick={() => (isSure.value ? onConfirm() : (isSure.value = true))}>
      {t(isSure.value ? 'act.delete-yes' : 'act.delete-next')}
    </Button>
  );
  return (
    <Dialog
      title={t(isSure.value ? 'act.delete-sure' : 'act.delete-ask')}
      onClose={onClose}
      actions={isSure.value ? [goOn, keep] : [keep, goOn]}
    >
      <blockquote class="delete-quote break">
        {comment?.content ? (
          <RichText text={comment.content} host={undefined} mentions={comment.mentions} />
        ) : (
          t(comment ? 'comments.no-content' : 'act.delete-unread', { id: commentId })
        )}
      </blockquote>
      {account !== undefined && <p class="small soft">{t('replies.said-as', { name: account })}</p>}
      <p>{t(isSure.value ? 'act.delete-for-good' : 'act.delete-what')}</p>
    </Dialog>
  );
}
