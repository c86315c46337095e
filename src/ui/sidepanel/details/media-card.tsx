import type { Note } from '../../../model/note';
import { findBestStream } from '../../../model/values/find-best-stream';
import { MediaStrip } from '../../content/media-strip';
import { toMediaUrl } from '../../content/to-media-url';
import { formatDuration } from '../../format/format-time';
import { Icon } from '../../icons/icon';
import type { MediaStore } from '../../media/create-media-store';
import { MediaOutcome } from '../../media/media-outcome';
import { SaveMedia } from '../../media/save-media';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** A note's pictures and video: to look at, to open, to save. */
export function MediaCard({ note, media }: { note: Note; media: MediaStore }) {
  const { t } = useTexts();
  const images = note.images ?? [];
  if (images.length === 0 && !note.video) return null;
  const videoUrl = toMediaUrl(findBestStream(note.video?.streams ?? [])?.url);
  const seconds = note.video?.durationSeconds;
  return (
    <Card title={t('panel.media')} action={<SaveMedia media={media} noteIds={[note.noteId]} />}>
      <MediaStrip images={images} video={note.video ?? undefined} size={132} />
      {note.video && (
        <div class="row row-between small">
          {seconds !== undefined && (
            <span>{t('panel.video-length', { length: formatDuration(seconds) })}</span>
          )}
          {videoUrl !== undefined && (
            <a
              class="row"
              href={videoUrl}
              target="_blank"
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
            >
              <Icon name="external" size={14} />
              {t('panel.video-open')}
            </a>
          )}
        </div>
      )}
      <MediaOutcome media={media} />
    </Card>
  );
}
