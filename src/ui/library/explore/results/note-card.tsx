import { Avatar } from '../../../content/avatar';
import { Moment } from '../../../content/moment';
import { RemoteImage } from '../../../content/remote-image';
import { formatCount } from '../../../format/format-count';
import { toNoteTitle } from '../../../format/to-note-title';
import { Icon } from '../../../icons/icon';
import { useTexts } from '../../../text-context';
import type { FoundNote } from '../state/found-row';
import { toListItem, type ListPlace } from '../../lists/list-place';
import { RowCheckbox, type RowChoice } from './row-checkbox';
import { toFoundNoteUrl } from '../rows/to-site-url';

/** A note that was found, as the site shows them: cover, title, who, how many liked it. */
export function NoteCard({ row, choice, place }: { row: FoundNote; choice: RowChoice; place: ListPlace }) {
  const { t, language } = useTexts();
  const { fields, counts } = row.note;
  const cover = fields.images?.[0] ?? fields.cover;
  const title = toNoteTitle(fields) ?? t('note.untitled');
  const url = toFoundNoteUrl(row.note);
  return (
    <div class={choice.isOn ? 'found-card found-on' : 'found-card'} {...toListItem(place)}>
      <div class="found-cover">
        <RemoteImage
          urls={[cover?.previewUrl, cover?.url]}
          alt=""
          fallback={
            <span class="media-empty">
              <Icon name={fields.type === 'video' ? 'video' : 'image'} size={26} />
            </span>
          }
        />
        {fields.type === 'video' && (
          <span class="media-mark">
            <Icon name="play" size={11} filled />
            {t('note.type-video')}
          </span>
        )}
      </div>
      <RowCheckbox choice={choice} name={title} />
      <div class="found-words">
        {url === undefined ? (
          <span class="found-title cut-2">{title}</span>
        ) : (
          <a
            class="found-title cut-2"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            title={t('explore.open-note', { name: title })}
          >
            {title}
          </a>
        )}
        <p class="row small soft">
          <Avatar name={fields.author?.nickname} url={fields.author?.avatarUrl} size={20} />
          <span class="cut grow">{fields.author?.nickname ?? t('note.author-unknown')}</span>
          {counts.likes && (
            <span class="row found-count" title={t('note.likes')}>
              <Icon name="heart" size={13} />
              <span class="unseen">{t('note.likes')}</span>
              {formatCount(counts.likes, language)}
            </span>
          )}
        </p>
        {(fields.publishedAt !== undefined || fields.place !== undefined) && (
          <p class="row tiny faint">
            {fields.publishedAt !== undefined && <Moment at={fields.publishedAt} />}
            {fields.place !== undefined && <span class="cut">{fields.place}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
