import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { Image, Video, VideoStream } from '../../model/values/media';
import { parseMediaUrl } from '../../site/values/media';
import { parsePictureUrl, pickPictureUrl } from '../rows/picture-url';
import { lenient, numberShape, textShape } from '../rows/read-shape';

const streamShape = z.object({
  masterUrl: textShape,
  backupUrls: lenient(z.array(z.string())),
  width: numberShape,
  height: numberShape,
  avgBitrate: numberShape,
  size: numberShape,
  streamType: numberShape,
});
const streamsShape = lenient(z.record(z.string(), z.nullish(z.array(streamShape))));

export const imageShape = z.object({
  urlDefault: textShape,
  url: textShape,
  urlPre: textShape,
  infoList: lenient(z.array(z.object({ imageScene: textShape, url: textShape }))),
  width: numberShape,
  height: numberShape,
  livePhoto: lenient(z.boolean()),
  stream: streamsShape,
});

export const videoShape = z.object({
  media: lenient(
    z.object({
      videoId: lenient(z.union([z.string(), z.number()])),
      video: lenient(z.object({ duration: numberShape })),
      stream: streamsShape,
    }),
  ),
  capa: lenient(z.object({ duration: numberShape })),
});

/** What is not known is 0 or -1 in the site's streams. */
const positive = (number: number | null | undefined) => (number != null && number > 0 ? number : undefined);

/** Codecs in the order in which they are listed: the one every browser plays first. */
const CODECS = ['h264', 'h265', 'h266', 'av1'] as const;

function mapStreams(streams: z.infer<typeof streamsShape>): VideoStream[] {
  return CODECS.flatMap((codec) =>
    (streams?.[codec] ?? []).flatMap((row) => {
      const url = parseMediaUrl(row.masterUrl);
      if (url === undefined) return [];
      return omitUndefined({
        codec,
        url,
        backupUrls: (row.backupUrls ?? []).map(parseMediaUrl).filter((backup) => backup !== undefined),
        width: positive(row.width),
        height: positive(row.height),
        bitrate: positive(row.avgBitrate),
        sizeBytes: positive(row.size),
        streamType: positive(row.streamType),
      });
    }),
  );
}

/** A picture of a note, its cover in a list, or one of a comment. */
export function mapImage(row: z.infer<typeof imageShape> | null | undefined): Image | undefined {
  const byScene = (scene: RegExp) => row?.infoList?.find((entry) => scene.test(entry.imageScene ?? ''))?.url;
  const url = pickPictureUrl(row?.urlDefault, byScene(/_DFT$/), row?.url);
  if (!row || url === undefined) return undefined;
  return omitUndefined({
    width: positive(row.width),
    height: positive(row.height),
    url,
    previewUrl: parsePictureUrl(row.urlPre || byScene(/_PRV$/)),
    livePhotoUrl: row.livePhoto ? mapStreams(row.stream)[0]?.url : undefined,
  });
}

/** `undefined` where no stream is given, which does not say that there is none. */
export function mapVideo(row: z.infer<typeof videoShape> | null | undefined): Video | undefined {
  const streams = mapStreams(row?.media?.stream);
  if (!row || streams.length === 0) return undefined;
  const id = row.media?.videoId;
  return omitUndefined({
    videoId: id == null || id === '' ? undefined : String(id),
    durationSeconds: positive(row.capa?.duration) ?? positive(row.media?.video?.duration),
    streams,
  });
}
