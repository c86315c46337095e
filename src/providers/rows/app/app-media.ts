import * as z from 'zod/mini';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { Image, Video, VideoStream } from '../../../model/values/media';
import { parseMediaUrl } from '../../../site/values/media';
import { parsePictureUrl, pickPictureUrl } from '../picture-url';
import { lenient, numberShape, textShape } from '../read-shape';

const streamShape = z.object({
  master_url: textShape,
  backup_urls: lenient(z.array(z.string())),
  width: numberShape,
  height: numberShape,
  avg_bitrate: numberShape,
  video_bitrate: numberShape,
  size: numberShape,
  stream_type: numberShape,
});
const streamsShape = lenient(z.record(z.string(), z.nullish(z.array(streamShape))));
const subtitleShape = z.object({ language: textShape, url: textShape });

/** A picture of a note in the app's API. A live photo's moving part hangs on it (public clients of the app's API, 2024 to 2026). */
export const appImageShape = z.object({
  url: textShape,
  url_size_large: textShape,
  url_multi_level: lenient(z.object({ high: textShape })),
  original: textShape,
  width: numberShape,
  height: numberShape,
  live_photo: lenient(z.object({ media: z.nullish(z.object({ stream: streamsShape })) })),
});

/** A note's video in the app's API (real calls, 2023 and 2026-08). */
export const appVideoShape = z.object({
  capa: lenient(z.object({ duration: numberShape })),
  media: lenient(
    z.object({
      video_id: z.nullish(z.union([z.string(), z.number()])),
      stream: streamsShape,
      video: lenient(
        z.object({
          duration: numberShape,
          /** By language, or a plain list. */
          subtitles: lenient(
            z.union([z.array(subtitleShape), z.record(z.string(), z.nullish(z.array(subtitleShape)))]),
          ),
        }),
      ),
    }),
  ),
});

type ImageRow = z.infer<typeof appImageShape>;
type VideoRow = z.infer<typeof appVideoShape>;

/** What is not known is 0 or -1 there. */
const positive = (number: number | null | undefined) => (number != null && number > 0 ? number : undefined);

/** Codecs in the order in which they are listed: the one every browser plays first. */
const CODECS = ['h264', 'h265', 'h266', 'av1'] as const;

function mapStreams(streams: z.infer<typeof streamsShape>): VideoStream[] {
  return CODECS.flatMap((codec) =>
    (streams?.[codec] ?? []).flatMap((row) => {
      const url = parseMediaUrl(row.master_url);
      if (url === undefined) return [];
      return omitUndefined({
        codec,
        url,
        backupUrls: (row.backup_urls ?? []).map(parseMediaUrl).filter((backup) => backup !== undefined),
        width: positive(row.width),
        height: positive(row.height),
        bitrate: positive(row.avg_bitrate) ?? positive(row.video_bitrate),
        sizeBytes: positive(row.size),
        streamType: positive(row.stream_type),
      });
    }),
  );
}

/** `url_size_large` (1,440 px) may be empty; `url` (576 px) is the preview (real calls, 2026-08). */
export function mapAppImage(row: ImageRow): Image | undefined {
  const url = pickPictureUrl(row.url_size_large, row.url, row.url_multi_level?.high, row.original);
  if (url === undefined) return undefined;
  const preview = parsePictureUrl(row.url);
  return omitUndefined({
    width: positive(row.width),
    height: positive(row.height),
    url,
    previewUrl: preview === url ? undefined : preview,
    originUrl: parsePictureUrl(row.original),
    livePhotoUrl: mapStreams(row.live_photo?.media?.stream)[0]?.url,
  });
}

type SubtitleRows = NonNullable<NonNullable<VideoRow['media']>['video']>['subtitles'];

/** By language, of which `source` is the one that is spoken: the rows say which that is. */
function mapSubtitles(rows: SubtitleRows): Video['subtitles'] {
  if (!rows) return undefined;
  const entries = Array.isArray(rows)
    ? rows.map((row) => ({ key: '', row }))
    : Object.entries(rows).flatMap(([key, list]) => (list ?? []).map((row) => ({ key, row })));
  return entries.flatMap(({ key, row }) => {
    const url = parseMediaUrl(row.url);
    const language = row.language || key;
    return url === undefined || language === '' ? [] : [{ language, url }];
  });
}

/** `undefined` where no stream is given: the door for pictures answers videos too, without them. */
export function mapAppVideo(row: VideoRow | null | undefined): Video | undefined {
  const streams = mapStreams(row?.media?.stream);
  if (!row || streams.length === 0) return undefined;
  const id = row.media?.video_id;
  return omitUndefined({
    videoId: id == null || id === '' ? undefined : String(id),
    durationSeconds: positive(row.capa?.duration) ?? positive(row.media?.video?.duration),
    streams,
    subtitles: mapSubtitles(row.media?.video?.subtitles),
  });
}
