import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { UnansweredEntry } from '../../../insights/unanswered/find-unanswered';
import type { Comment } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { RichText } from '../../content/rich-text';
import { Chip } from '../../controls/chip';
import { formatCount } from '../../format/format-count';
import { toNoteTitle } from '../../format/to-note-title';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import type { QueuePlace } from './state/use-queue-keys';

export interface QueueItemProps {
  readonly entry: Pick<UnansweredEntry, 'isQuestion' | 'mayBeAnswered'>;
  readonly comment: Comment | undefined;
  readonly note: Note | undefined;
  /** Whether the note is named: the list is of several. */
  readonly namesNote: boolean;
  readonly isCurrent: boolean;
  readonly place: QueuePlace;
  readonly index: number;
  readonly onChoose: () => void;
  /** What can be done with it, of the one at hand. */
  readonly children?: ComponentChildren;
}

/** One comment that waits: at a glance, and in full where it is the one at hand. */
export function QueueItem(props: QueueItemProps) {
  const { entry, comment, note, namesNote, isCurrent, place, index, onChoose, children } = props;
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const isWanted = isCurrent && place.wantsFocus.value && !place.isWriting.value;
  useEffect(() => {
    if (!isWanted) return;
    place.wantsFocus.value = false;
    box.current?.focus({ preventScroll: true });
  }, [isWanted]);
  const name = comment?.author?.nickname ?? t('comments.nameless');
  return (
    <div
      ref={box}
      class={isCurrent ? 'queue-item queue-item-current' : 'queue-item'}
      role="article"
      aria-posinset={index + 1}
      aria-current={isCurrent}
      aria-label={name}
      tabIndex={isCurrent ? 0 : -1}
      data-comment-id={comment?.commentId}
      onClick={onChoose}
    >
      <Avatar name={name} url={comment?.author?.avatarUrl} size={28} />
      <div class="grow">
        <p class="row queue-item-head">
          <span class="strong cut">{name}</span>
          {entry.isQuestion && <Chip tone="accent">{t('replies.question')}</Chip>}
          {entry.mayBeAnswered && <Chip tone="warn">{t('replies.unsure')}</Chip>}
        </p>
        <div class={isCurrent ? 'comment-text' : 'comment-text cut-2'}>
          {comment?.content ? (
            <RichText text={comment.content} host={note?.host} mentions={comment.mentions} />
          ) : (
            <span class="faint">{comment ? t('comments.no-content') : t('comments.rows-loading')}</span>
          )}
        </div>
        {comment && <Facts comment={comment} title={namesNote ? note && toNoteTitle(note) : undefined} />}
        {children}
      </div>
    </div>
  );
}

function Facts({ comment, title }: { comment: Comment; title: string | undefined }) {
  const { t, language } = useTexts();
  return (
    <p class="comment-meta tiny faint">
      {comment.createdAt !== undefined && <Moment at={comment.createdAt} />}
      {comment.place !== undefined && <span>{comment.place}</span>}
      {comment.likes && comment.likes.value > 0 && (
        <span class="row comment-likes" title={t('note.likes')}>
          <Icon name="heart" size={12} />
          {formatCount(comment.likes, language)}
        </span>
      )}
      {title !== undefined && <span class="cut">{t('replies.under', { title })}</span>}
    </p>
  );
}
