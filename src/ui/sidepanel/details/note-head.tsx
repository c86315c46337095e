import type { Note } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { Chip } from '../../controls/chip';
import { toAuthorRef } from '../../format/to-author-ref';
import { useTexts } from '../../text-context';

/** Title, author, kind, times and place. */
export function NoteHead({ note }: { note: Note }) {
  const { t } = useTexts();
  const { author } = note;
  const name = author?.nickname ?? t('comments.nameless');
  const ref = author && toAuthorRef(author, note.host ?? 'www.xiaohongshu.com');
  const authorUrl = ref && toUrl(ref);
  return (
    <div class="note-head stack">
      <div class="row">
        <Avatar name={name} url={author?.avatarUrl} size={40} />
        <div class="grow">
          <p class="strong cut">
            {authorUrl === undefined ? (
              name
            ) : (
              <a class="comment-name" href={authorUrl} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            )}
          </p>
          <p class="tiny faint row wrap">
            {note.publishedAt !== undefined && (
              <span>
                {t('panel.published')} <Moment at={note.publishedAt} />
              </span>
            )}
            {note.editedAt !== undefined && note.editedAt !== note.publishedAt && (
              <span>
                {t('panel.edited')} <Moment at={note.editedAt} />
              </span>
            )}
            <span>
              {t('panel.place')} {note.place ?? t('panel.place-unknown')}
            </span>
          </p>
        </div>
        {note.type !== undefined && (
          <Chip tone="accent" icon={note.type === 'video' ? 'video' : 'image'}>
            {t(`note.type-${note.type}`)}
          </Chip>
        )}
      </div>
      {note.title !== undefined && <h2 class="break">{note.title || t('note.untitled')}</h2>}
    </div>
  );
}
