import { findUsableToken } from '../../../model/merge/note-tokens';
import type { NoteRow } from '../../../workers/library/notes/types';
import { Moment } from '../../content/moment';
import { RemoteImage } from '../../content/remote-image';
import { IconButton } from '../../controls/icon-button';
import { formatCount } from '../../format/format-count';
import { toNoteTitle } from '../../format/to-note-title';
import { toNoteUrl } from '../../format/to-note-url';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import { WatchButton } from '../../jobs/watch/watch-button';
import { RowCheckbox, type RowChoice } from '../explore/results/row-checkbox';
import { toSourceName } from '../lists/to-source-name';
import type { NoteActions } from './note-actions';
import { StoredCell } from './stored-cell';

const COUNTS = ['likes', 'collects', 'shares'] as const;

/** The cells of one note. */
export function NoteCells({
  row,
  choice,
  actions,
}: {
  row: NoteRow;
  choice: RowChoice;
  actions: NoteActions;
}) {
  const texts = useTexts();
  const { t, language } = texts;
  const name = toNoteTitle(row) ?? t('note.untitled');
  return (
    <>
      <span role="cell">
        <RowCheckbox choice={choice} name={name} />
      </span>
      <NoteCell row={row} name={name} />
      {COUNTS.map((id) => {
        const count = row.counts[id];
        return (
          <span role="cell" key={id} class={`notes-${id} notes-number`}>
            {count ? formatCount(count, language) : <span class="faint">{'\u2013'}</span>}
          </span>
        );
      })}
      <StoredCell row={row} />
      <span role="cell" class="notes-collected small soft">
        {row.collectedAt === undefined ? (
          <span class="faint">{'\u2013'}</span>
        ) : (
          <Moment at={row.collectedAt} />
        )}
      </span>
      <span role="cell" class="notes-seen small soft">
        <Moment at={row.lastSeenAt} />
      </span>
      <span role="cell" class="notes-source tiny soft">
        {row.sources.map((source) => toSourceName(source, texts)).join(' · ')}
      </span>
      <span role="cell" class="notes-actions">
        <IconButton
          icon="comment"
          size={16}
          label={t('library.show-comments', { name })}
          disabled={row.stored === 0}
          onClick={() => void (location.hash = `#comments/${row.noteId}`)}
        />
        <IconButton
          icon="download"
          size={16}
          label={t('library.export-one', { name })}
          onClick={() => actions.export([row.noteId])}
        />
        <WatchButton
          of={{ noteId: row.noteId, xsecToken: findUsableToken(row.tokens)?.xsecToken, name }}
          look="sign"
        />
        <IconButton
          icon="trash"
          size={16}
          label={t('library.forget-one', { name })}
          onClick={() => actions.forget([row.noteId])}
        />
      </span>
    </>
  );
}

/** What the note is: cover, title, who wrote it, where and when. */
function NoteCell({ row, name }: { row: NoteRow; name: string }) {
  const { t } = useTexts();
  return (
    <span role="cell" class="notes-note">
      <span class="note-line-cover">
        <RemoteImage
          urls={row.covers}
          alt=""
          fallback={
            <span class="media-empty">
              <Icon name={row.type === 'video' ? 'video' : 'image'} size={15} />
            </span>
          }
        />
      </span>
      <span class="grow notes-words">
        <a
          class="notes-name cut"
          href={toNoteUrl(row)}
          target="_blank"
          rel="noopener noreferrer"
          title={t('explore.open-note', { name })}
        >
          {name}
        </a>
        <span class="row tiny faint">
          {row.type === 'video' && (
            <span class="row notes-type">
              <Icon name="play" size={10} filled />
              {t('library.type-video')}
            </span>
          )}
          <span class="cut">{row.authorName ?? t('note.author-unknown')}</span>
          {row.publishedAt !== undefined && <Moment at={row.publishedAt} />}
          {row.place !== undefined && <span class="cut">{row.place}</span>}
          {row.standing !== undefined && row.standing !== 'public' && (
            <span class="notes-standing">{t(`library.standing-${row.standing}`)}</span>
          )}
        </span>
      </span>
    </span>
  );
}
