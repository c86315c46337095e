import type { Comment } from '../comment';
import type { Note } from '../note';
import type { Image } from '../values/media';
import { findBestStream } from '../values/find-best-stream';
import type { MediaKind } from './media-request';

/** One picture or video that may be saved. */
export interface MediaSource {
  readonly kind: MediaKind;
  /** Counted from 1 among the pictures of its note or comment; what moves has the number of its picture. */
  readonly index: number;
  readonly commentId?: string;
  /** As the page shows it; then the addresses that the site names for when that fails. Never rebuilt. */
  readonly urls: readonly string[];
  /** Where the site says it; pictures come without. */
  readonly sizeBytes?: number;
}

/** What a note shows itself: pictures (of a video its cover), what moves in them, the video. */
export function listNoteMedia({ images = [], video }: Note): MediaSource[] {
  const pictures = images.map((image, at) => toPicture('image', image, at + 1));
  const live = images.flatMap(({ livePhotoUrl }, at): MediaSource[] =>
    livePhotoUrl === undefined ? [] : [{ kind: 'live', index: at + 1, urls: [livePhotoUrl] }],
  );
  const stream = findBestStream(video?.streams ?? []);
  if (!stream) return [...pictures, ...live];
  const { url, backupUrls, sizeBytes } = stream;
  const known = sizeBytes === undefined ? {} : { sizeBytes };
  return [...pictures, ...live, { kind: 'video', index: 1, urls: [url, ...backupUrls], ...known }];
}

/** The pictures of a comment or reply. */
export function listCommentMedia({ commentId, pictures = [] }: Comment): MediaSource[] {
  return pictures.map((image, at) => ({ ...toPicture('comment', image, at + 1), commentId }));
}

const toPicture = (kind: MediaKind, { url }: Image, index: number): MediaSource => ({
  kind,
  index,
  urls: [url],
});
