import type { Image } from '../../model/values/media';
import { formatDuration } from '../format/format-time';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';
import { RemoteImage } from './remote-image';
import { toMediaUrl } from './to-media-url';

export interface MediaStripProps {
  readonly images: readonly Image[];
  /** For a video note: its one picture is the cover. */
  readonly video?: { readonly durationSeconds?: number | undefined } | undefined;
  /** Edge of a tile in CSS pixels. */
  readonly size?: number;
}

/** A note's or comment's pictures in a row that scrolls sideways; each opens in a tab of its own. */
export function MediaStrip({ images, video, size = 104 }: MediaStripProps) {
  const { t } = useTexts();
  if (images.length === 0) return null;
  return (
    <ul class="media-strip" aria-label={t('words.pictures-count', { count: images.length })}>
      {images.map((image, index) => {
        const url = toMediaUrl(image.url);
        const name = video ? t('words.cover') : t('words.picture-number', { number: index + 1 });
        const ratio = image.width && image.height ? image.width / image.height : 1;
        const width = Math.round(size * Math.min(1.5, Math.max(0.7, ratio)));
        const tile = (
          <>
            <RemoteImage
              urls={[image.previewUrl, image.url]}
              alt={name}
              fallback={
                <span class="media-empty">
                  <Icon name={video ? 'video' : 'image'} size={22} />
                  <span class="unseen">{name}</span>
                </span>
              }
            />
            {video && (
              <span class="media-mark">
                <Icon name="play" size={11} filled />
                {video.durationSeconds !== undefined && formatDuration(video.durationSeconds)}
              </span>
            )}
            {!video && image.livePhotoUrl !== undefined && (
              <span class="media-mark">{t('words.live-photo')}</span>
            )}
          </>
        );
        return (
          <li key={`${index}-${image.url}`} style={{ width: `${width}px`, height: `${size}px` }}>
            {url === undefined ? (
              <span class="media-tile">{tile}</span>
            ) : (
              <a
                class="media-tile"
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                referrerpolicy="no-referrer"
              >
                {tile}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
