import type { ComponentChildren } from 'preact';
import type { Comment } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { Avatar } from '../../content/avatar';
import { RichText } from '../../content/rich-text';
import { useTexts } from '../../text-context';

/** Who said what, in two lines, and what stands below it. */
export function CommentGlance({
  comment,
  note,
  children,
}: {
  readonly comment: Comment | undefined;
  readonly note: Note | undefined;
  readonly children: ComponentChildren;
}) {
  const { t } = useTexts();
  const name = comment?.author?.nickname ?? t('comments.nameless');
  return (
    <div class="queue-item" role="article" aria-label={name} data-comment-id={comment?.commentId}>
      <Avatar name={name} url={comment?.author?.avatarUrl} size={28} />
      <div class="grow">
        <p class="strong cut small">{name}</p>
        <div class="comment-text cut-2 soft">
          {comment?.content ? (
            <RichText text={comment.content} host={note?.host} mentions={comment.mentions} />
          ) : (
            <span class="faint">{t('comments.no-content')}</span>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}
