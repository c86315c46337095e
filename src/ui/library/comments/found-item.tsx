import type { FoundComment } from '../../../workers/library/search/types';
import { Avatar } from '../../content/avatar';
import { MediaStrip } from '../../content/media-strip';
import { Moment } from '../../content/moment';
import { RichText } from '../../content/rich-text';
import { Chip } from '../../controls/chip';
import { CopyButton } from '../../controls/copy-button';
import { formatCount } from '../../format/format-count';
import { toNoteTitle } from '../../format/to-note-title';
import { toNoteUrl } from '../../format/to-note-url';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';

/** A comment that was found, and under which note it stands. */
export function FoundItem({ row: { comment, note } }: { row: FoundComment }) {
  const { t, language } = useTexts();
  const name = comment.author?.nickname ?? t('comments.nameless');
  const title = (note && toNoteTitle(note)) ?? t('note.untitled');
  const answered = comment.replyTo?.author?.nickname;
  return (
    <div class="found-item">
      <Avatar name={name} url={comment.author?.avatarUrl} size={32} />
      <div class="grow found-item-words">
        <p class="row found-item-head">
          <span class="strong cut">{name}</span>
          {comment.byNoteAuthor && <Chip tone="accent">{t('comments.author-badge')}</Chip>}
          {comment.pinned && <Chip tone="violet">{t('comments.pinned-badge')}</Chip>}
          {answered !== undefined && (
            <span class="small soft cut">{t('comments.answers', { name: answered })}</span>
          )}
        </p>
        <div class="found-item-text">
          {comment.content ? (
            <RichText text={comment.content} host={note?.host} mentions={comment.mentions} />
          ) : (
            <span class="faint">{t('comments.no-content')}</span>
          )}
        </div>
        {comment.pictures && <MediaStrip images={comment.pictures} size={72} />}
        <p class="row wrap tiny faint">
          {comment.createdAt !== undefined && <Moment at={comment.createdAt} />}
          {comment.place !== undefined && <span>{comment.place}</span>}
          {comment.likes && (
            <span class="row comment-likes">
              <Icon name="heart" size={12} />
              {t('comments.likes', { count: formatCount(comment.likes, language) })}
            </span>
          )}
        </p>
        <p class="row wrap small found-item-note">
          <Icon name="book" size={13} />
          {note ? (
            <a
              class="cut"
              href={toNoteUrl(note)}
              target="_blank"
              rel="noopener noreferrer"
              title={t('explore.open-note', { name: title })}
            >
              {title}
            </a>
          ) : (
            <span class="cut faint">{comment.noteId}</span>
          )}
          <a href={`#comments/${comment.noteId}`}>{t('found.all-of-note')}</a>
          <a href={`#notes/${comment.noteId}`}>{t('found.in-notes')}</a>
        </p>
      </div>
      {comment.content !== undefined && comment.content !== '' && (
        <CopyButton text={comment.content} label={t('comments.copy-text')} />
      )}
    </div>
  );
}
