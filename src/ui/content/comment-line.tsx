import type { Comment } from '../../model/comment';
import type { SiteHost } from '../../model/note';
import { Chip } from '../controls/chip';
import { formatCount } from '../format/format-count';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';
import { Avatar } from './avatar';
import { Moment } from './moment';
import { RichText } from './rich-text';

/** A comment at a glance: who, two lines of it, when, where, how many liked it. */
export function CommentLine({ comment, host }: { comment: Comment; host: SiteHost | undefined }) {
  const { t, language } = useTexts();
  const { author } = comment;
  const answered = comment.replyTo?.author?.nickname;
  const hasPictures = (comment.pictures?.length ?? 0) > 0;
  return (
    <li class="comment-line">
      <Avatar name={author?.nickname} url={author?.avatarUrl} size={26} />
      <div class="grow">
        <p class="comment-line-head">
          <span class="strong cut">{author?.nickname ?? t('note.author-unknown')}</span>
          {comment.byNoteAuthor && <Chip tone="accent">{t('words.note-author')}</Chip>}
          {comment.pinned && <Chip tone="warn">{t('words.pinned')}</Chip>}
        </p>
        <p class="comment-line-text cut-2">
          {answered !== undefined && <span class="soft">{t('words.reply-to', { name: answered })} </span>}
          {comment.content && <RichText text={comment.content} host={host} mentions={comment.mentions} />}
          {hasPictures && <span class="soft"> {t('words.picture-in-comment')}</span>}
        </p>
        <p class="row tiny faint">
          {comment.createdAt !== undefined && <Moment at={comment.createdAt} />}
          {comment.place !== undefined && <span>{comment.place}</span>}
          {comment.likes && comment.likes.value > 0 && (
            <span class="row note-line-count" title={t('note.likes')}>
              <Icon name="heart" size={11} />
              {formatCount(comment.likes, language)}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
