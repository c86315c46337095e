import type { Video } from '../values/media';

/**
 * The newer look at a note's video; its id is kept from an older look where the newer has none and shows the same video.
 * The page's live state cannot tell an id: it is larger than a double holds, so only texts have it.
 */
export function mergeVideos(
  older: Video | null | undefined,
  newer: Video | null | undefined,
): Video | null | undefined {
  if (newer === undefined) return older;
  if (!newer || newer.videoId !== undefined || older?.videoId === undefined) return newer;
  return isSameVideo(older, newer) ? { ...newer, videoId: older.videoId } : newer;
}

/** Addresses change with time; length and sizes stay as long as the author does not put another video in. */
function isSameVideo(a: Video, b: Video): boolean {
  const toSizes = (video: Video) => video.streams.map(({ sizeBytes }) => sizeBytes).join();
  return a.durationSeconds === b.durationSeconds && toSizes(a) === toSizes(b);
}
