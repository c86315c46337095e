import type { Note } from '../../model/note';
import { formatCount } from '../format/format-count';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';
import { Moment } from './moment';
import { RemoteImage } from './remote-image';
import { toNoteTitle } from '../format/to-note-title';
import { toNoteUrl } from '../format/to-note-url';

/** A note in one line: picture, title, author, when it was seen. A link that opens it. */
export function NoteLine({ note }: { note: Note }) {
  const { t, language } = useTexts();
  const cover = note.images?.[0] ?? note.cover;
  return (
    <li>
      <a class="note-line" href={toNoteUrl(note)} target="_blank" rel="noopener noreferrer">
        <span class="note-line-cover">
          <RemoteImage
            urls={[cover?.previewUrl, cover?.url]}
            alt=""
            fallback={
              <span class="media-empty">
                <Icon name={note.type === 'video' ? 'video' : 'image'} size={16} />
              </span>
            }
          />
        </span>
        <span class="grow">
          <span class="cut note-line-title">{toNoteTitle(note) ?? t('note.untitled')}</span>
          <span class="row tiny faint">
            <span class="cut">{note.author?.nickname ?? t('note.author-unknown')}</span>
            <Moment at={note.lastSeenAt} />
            {note.counts.comments && (
              <span class="row note-line-count" title={t('note.comments')}>
                <Icon name="comment" size={11} />
                {formatCount(note.counts.comments, language)}
              </span>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}
