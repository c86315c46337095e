import type { VideoStream } from './media';

/** The kind of stream that carries the author's watermark (the site's own table of kinds, `WM_X264_MP4`, 2025-12). */
const WATERMARKED = 259;

/**
 * The stream to open or to save, of those that the page names: one without the author's watermark where there is one, of
 * these the largest picture, of these the most bits. `undefined`: no stream is known.
 */
export function findBestStream(streams: readonly VideoStream[]): VideoStream | undefined {
  const plain = streams.filter(({ streamType }) => streamType !== WATERMARKED);
  const toArea = ({ width = 0, height = 0 }: VideoStream) => width * height;
  return [...(plain.length > 0 ? plain : streams)].sort(
    (a, b) => toArea(b) - toArea(a) || (b.bitrate ?? 0) - (a.bitrate ?? 0),
  )[0];
}
