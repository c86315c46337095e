import type { ComponentChildren } from 'preact';
import type { Translate } from '../../../i18n/t';
import { isUnderWay } from '../../../model/actions/deed';
import type { Person } from '../../../model/author';
import type { Comment } from '../../../model/comment';
import type { SiteHost } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import type { CommentRow } from '../../../workers/comment-view/types';
import { Avatar } from '../../content/avatar';
import { MediaStrip } from '../../content/media-strip';
import { Moment } from '../../content/moment';
import { RichText } from '../../content/rich-text';
import { Chip } from '../../controls/chip';
import { Menu, type MenuItem } from '../../controls/menu';
import { isDeleted } from '../../deeds/comment-deeds';
import type { DeedsStore } from '../../deeds/state/create-deeds-store';
import { toAuthorRef } from '../../format/to-author-ref';
import { formatCount } from '../../format/format-count';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import { ThreadToggle } from './thread-toggle';

/** What can be done with a comment of the list. */
export interface CommentActions {
  setCollapsed(rootCommentId: string, collapsed: boolean): void;
  forgetPerson(person: Person): void;
  copy(text: string): void;
  /** What is done to a comment on the site. */
  readonly deeds: DeedsStore;
  like(comment: Comment, isOn: boolean): void;
  /** Asks whether it shall be deleted; only of the user's own. */
  askToDelete(comment: Comment): void;
}

function Badges({ comment }: { comment: Comment }) {
  const { t } = useTexts();
  return (
    <>
      {comment.byNoteAuthor && <Chip tone="accent">{t('comments.author-badge')}</Chip>}
      {comment.pinned && (
        <Chip tone="violet" icon="pin">
          {t('comments.pinned-badge')}
        </Chip>
      )}
      {comment.folded && <Chip tone="warn">{t('comments.folded-badge')}</Chip>}
      {comment.goneAt !== undefined && <Chip tone="bad">{t('comments.gone-badge')}</Chip>}
    </>
  );
}

/** To whom a reply speaks, when it is not simply the thread's first comment. */
function ReplyTarget({ comment }: { comment: Comment }) {
  const { t } = useTexts();
  const target = comment.replyTo;
  if (!target || target.commentId === comment.rootCommentId) return null;
  const name = target.author?.nickname;
  return (
    <span class="reply-target">
      {name === undefined ? t('comments.answers-deleted') : t('comments.answers', { name })}
    </span>
  );
}

function MetaLine({ comment }: { comment: Comment }) {
  const { t, language } = useTexts();
  const likes = comment.likes ? formatCount(comment.likes, language) : undefined;
  return (
    <p class="comment-meta tiny faint">
      {comment.createdAt !== undefined && <Moment at={comment.createdAt} />}
      {comment.place !== undefined && <span>{comment.place}</span>}
      {likes !== undefined && (
        <span class="row comment-likes" title={t('comments.likes', { count: likes })}>
          <Icon name="heart" size={12} />
          <span aria-hidden="true">{likes}</span>
          <span class="unseen">{t('comments.likes', { count: likes })}</span>
        </span>
      )}
      {comment.likedByNoteAuthor && <span>{t('comments.liked-by-author')}</span>}
    </p>
  );
}

function useMenuItems(comment: Comment, actions: CommentActions): MenuItem[] {
  const { t } = useTexts();
  const { author, content } = comment;
  return [
    ...(content
      ? [
          {
            id: 'text',
            icon: 'copy' as const,
            label: t('comments.copy-text'),
            onChoose: () => actions.copy(content),
          },
        ]
      : []),
    { id: 'id', icon: 'hash', label: t('comments.copy-id'), onChoose: () => actions.copy(comment.commentId) },
    ...(comment.goneAt === undefined && !isDeleted(actions.deeds, comment)
      ? listDeeds(comment, actions, t)
      : []),
    ...(author
      ? [
          {
            id: 'forget',
            icon: 'trash' as const,
            danger: true,
            label: t('comments.forget-person'),
            onChoose: () => actions.forgetPerson(author),
          },
        ]
      : []),
  ];
}

/** Like it or take that back, and delete it where it is the user's own; not while the same is under way. */
function listDeeds(comment: Comment, { deeds, like, askToDelete }: CommentActions, t: Translate): MenuItem[] {
  const isLiked = deeds.isOn('like-comment', comment) === true;
  const isBusy = (topic: 'like-comment' | 'delete-own-comment') => {
    const deed = deeds.deedOf(topic, comment);
    return deeds.isOrdering.value || (deed !== undefined && isUnderWay(deed));
  };
  return [
    {
      id: 'like',
      icon: 'heart',
      label: t(isLiked ? 'deeds.unlike-comment' : 'deeds.like-comment'),
      disabled: isBusy('like-comment'),
      onChoose: () => like(comment, !isLiked),
    },
    ...(deeds.ownerOf(comment)
      ? [
          {
            id: 'delete',
            icon: 'trash' as const,
            danger: true,
            label: t('deeds.delete-comment'),
            disabled: isBusy('delete-own-comment'),
            onChoose: () => askToDelete(comment),
          },
        ]
      : []),
  ];
}

export interface CommentItemProps {
  readonly row: CommentRow;
  /** The site on which the person's page opens. */
  readonly host: SiteHost;
  readonly actions: CommentActions;
  /** What stands below it. */
  readonly children?: ComponentChildren;
}

/** One comment or reply, with everything that is known of it. */
export function CommentItem({ row, host, actions, children }: CommentItemProps) {
  const { t } = useTexts();
  const { comment } = row;
  const name = comment.author?.nickname ?? t('comments.nameless');
  const ref = comment.author && toAuthorRef(comment.author, host);
  const url = ref && toUrl(ref);
  const dim = row.matches ? '' : ' comment-dim';
  return (
    <div class={`comment comment-level-${row.level}${dim}`} data-comment-id={comment.commentId}>
      <Avatar name={name} url={comment.author?.avatarUrl} size={row.level === 0 ? 34 : 26} />
      <div class="grow">
        <div class="row comment-head">
          {url === undefined ? (
            <span class="strong cut">{name}</span>
          ) : (
            <a class="comment-name strong cut" href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          )}
          <Badges comment={comment} />
          <span class="grow" />
          <Menu label={t('comments.more')} items={useMenuItems(comment, actions)} />
        </div>
        <ReplyTarget comment={comment} />
        <div class="comment-text">
          {comment.content ? (
            <RichText text={comment.content} host={host} mentions={comment.mentions} />
          ) : (
            <span class="faint">{t('comments.no-content')}</span>
          )}
        </div>
        {comment.pictures && <MediaStrip images={comment.pictures} size={84} />}
        <MetaLine comment={comment} />
        {children}
        {row.thread && (
          <ThreadToggle rootCommentId={comment.commentId} thread={row.thread} actions={actions} />
        )}
      </div>
    </div>
  );
}
