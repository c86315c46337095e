import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note } from '../../../model/note';
import { findRelation, isTalk } from '../../../model/notifications/find-relation';
import type { StoredNotification } from '../../../model/records';
import { isPending } from '../../../model/replies/reply-attempt';
import { toReplyKey } from '../../../model/replies/reply-plan';
import { toUrl } from '../../../site/routes';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { RichText } from '../../content/rich-text';
import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { toNoteTitle } from '../../format/to-note-title';
import { toNoteUrl } from '../../format/to-note-url';
import { ReplyBox, type AnsweredComment } from '../../replies/reply-box';
import { ReplyStatus } from '../../replies/reply-status';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { toAnswered } from './to-answered';

export interface NotificationItemProps {
  readonly message: StoredNotification;
  /** The note it speaks of, where that is stored. */
  readonly note: Note | undefined;
  readonly isNew: boolean;
  readonly replies: RepliesStore;
}

/** Who did what, under which note, with the ways to it: open the note, answer there. */
export function NotificationItem({ message, note, isNew, replies }: NotificationItemProps) {
  const { t } = useTexts();
  const { ports } = useUi();
  const isOpen = useSignal(false);
  const { from, content, noteId, commentId } = message;
  const relation = findRelation(message.type);
  const words = relation === undefined ? message.title : t(`notices.relation-${relation}`);
  const subject =
    isTalk(relation) && noteId !== undefined && commentId !== undefined ? { noteId, commentId } : undefined;
  const attempt = subject && replies.attempts.value.get(toReplyKey(subject));
  const mayReply = subject !== undefined && !(attempt && isPending(attempt.state));
  const title = note && toNoteTitle(note);
  return (
    <article class={isNew ? 'notice-item notice-item-new' : 'notice-item'}>
      <Avatar name={from?.nickname} url={from?.avatarUrl} size={30} />
      <div class="grow notice-item-words">
        <p class="notice-item-head">
          <span class="strong break">{from?.nickname ?? t('notices.somebody')}</span>{' '}
          <span class="soft">{words ?? t('notices.relation-unknown')}</span>
        </p>
        {content && (
          <p class="notice-item-text break">
            <RichText text={content} host={note?.host} mentions={undefined} />
          </p>
        )}
        <p class="row tiny faint">
          {isNew && <Chip tone="accent">{t('notices.new')}</Chip>}
          <Moment at={message.at ?? message.firstSeenAt} />
          {noteId !== undefined && <span class="cut">{title ?? t('notices.note-unread')}</span>}
        </p>
        {noteId !== undefined && (
          <div class="row wrap">
            <Button
              size="small"
              kind="ghost"
              icon="external"
              onClick={() => void ports.tabs.open(toAddress(noteId, note))}
            >
              {t('notices.open-note')}
            </Button>
            {mayReply && !isOpen.value && (
              <Button size="small" kind="ghost" icon="reply" onClick={() => (isOpen.value = true)}>
                {t('notices.reply')}
              </Button>
            )}
          </div>
        )}
      </div>
      {attempt && (
        <div class="notice-reply">
          <ReplyStatus attempt={attempt} note={note} store={replies} onEdit={() => (isOpen.value = true)} />
        </div>
      )}
      {mayReply && isOpen.value && (
        <Answer message={message} note={note} replies={replies} onClose={() => (isOpen.value = false)} />
      )}
    </article>
  );
}

/** The comment's box, once it is known in which thread the comment stands. */
function Answer({
  message,
  note,
  replies,
  onClose,
}: Omit<NotificationItemProps, 'isNew'> & { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { ports } = useUi();
  const comment = useSignal<AnsweredComment | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void toAnswered(ports.readers, message).then((found) => {
      if (!isGone) comment.value = found;
    });
    return () => {
      isGone = true;
    };
  }, [message.id]);
  if (!comment.value) return null;
  return (
    <div class="notice-reply">
      <ReplyBox
        comment={comment.value}
        note={note}
        store={replies}
        onSent={onClose}
        onLeave={onClose}
        mayPrepare={false}
      >
        {!(note && findUsableToken(note.tokens)) && <p class="tiny soft">{t('notices.reply-needs-note')}</p>}
      </ReplyBox>
    </div>
  );
}

/** With its token where one is known, else as the notification page itself opens it. */
const toAddress = (noteId: string, note: Note | undefined): string =>
  note && note.tokens.length > 0
    ? toNoteUrl(note)
    : toUrl({ kind: 'note', host: note?.host ?? 'www.xiaohongshu.com', noteId, via: 'notification' });
