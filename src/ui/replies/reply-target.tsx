import type { Comment } from '../../model/comment';
import type { Note } from '../../model/note';
import { RichText } from '../content/rich-text';
import { toNoteTitle } from '../format/to-note-title';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';

/** Who is answered, what they said, and under which note: seen before anything is sent. */
export function ReplyTarget({
  comment,
  note,
}: {
  readonly comment: Pick<Comment, 'author' | 'content' | 'mentions'>;
  readonly note: Pick<Note, 'noteId' | 'title' | 'text' | 'host'> | undefined;
}) {
  const { t } = useTexts();
  const name = comment.author?.nickname ?? t('comments.nameless');
  const title = note ? (toNoteTitle(note) ?? t('note.untitled')) : t('notices.note-unread');
  return (
    <div class="reply-box-target">
      <p class="row small">
        <Icon name="reply" size={14} />
        <span class="cut">{t('replies.to', { name })}</span>
      </p>
      <blockquote class="reply-quote small soft cut-2">
        {comment.content ? (
          <RichText text={comment.content} host={note?.host} mentions={comment.mentions} />
        ) : (
          t('comments.no-content')
        )}
      </blockquote>
      <p class="tiny faint cut">{t('replies.under', { title })}</p>
    </div>
  );
}
