import type { Translate } from '../../../i18n/t';
import type { Note } from '../../../model/note';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { RemoteImage } from '../../content/remote-image';
import { toNoteTitle } from '../../format/to-note-title';
import { formatDuration } from '../../format/format-time';
import { Chip } from '../../controls/chip';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';

/** Picture, title, author, kind, time and place of a note. */
export function NoteHead({ note }: { note: Note }) {
  const { t } = useTexts();
  const cover = note.images?.[0] ?? note.cover;
  const isVideo = note.type === 'video';
  const title = toNoteTitle(note);
  return (
    <header class="note-head">
      <div class="note-cover">
        <RemoteImage
          urls={[cover?.previewUrl, cover?.url]}
          alt=""
          fallback={
            <span class="media-empty">
              <Icon name={isVideo ? 'video' : 'image'} size={24} />
            </span>
          }
        />
        {isVideo && note.video?.durationSeconds !== undefined && (
          <span class="media-mark">{formatDuration(note.video.durationSeconds)}</span>
        )}
      </div>
      <div class="grow">
        <h2 class="note-title cut-2">{title ?? t('note.untitled')}</h2>
        <p class="row note-author">
          <Avatar name={note.author?.nickname} url={note.author?.avatarUrl} size={20} />
          <span class="cut">{note.author?.nickname ?? t('note.author-unknown')}</span>
        </p>
        <p class="row wrap note-facts">
          {note.type && (
            <Chip icon={isVideo ? 'video' : 'image'} tone={isVideo ? 'violet' : 'accent'}>
              {toKindText(note, t)}
            </Chip>
          )}
          {note.publishedAt !== undefined && (
            <span>
              <Moment at={note.publishedAt} />
            </span>
          )}
          {note.place !== undefined && <span>{note.place}</span>}
        </p>
      </div>
    </header>
  );
}

/** "Video", or how many pictures there are. */
function toKindText(note: Note, t: Translate): string {
  if (note.type === 'normal' && note.images && note.images.length > 0)
    return t('note.pictures', { count: note.images.length });
  return t(note.type === 'video' ? 'note.type-video' : 'note.type-normal');
}
