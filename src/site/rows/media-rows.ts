import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { Image, Video, VideoStream } from '../../model/values/media';
import { parseMediaUrl } from '../values/media';
import { textShape } from './read-shape';

const numberShape = z.nullish(z.number());
const streamShape = z.object({
  masterUrl: textShape,
  backupUrls: z.nullish(z.array(z.string())),
  width: numberShape,
  height: numberShape,
  videoCodec: textShape,
  avgBitrate: numberShape,
  size: numberShape,
  streamType: numberShape,
});
const streamsShape = z.nullish(z.record(z.string(), z.nullish(z.array(streamShape))));

export const imageShape = z.object({
  width: numberShape,
  height: numberShape,
  urlDefault: textShape,
  urlPre: textShape,
  infoList: z.nullish(z.array(z.object({ imageScene: textShape, url: textShape }))),
  livePhoto: z.nullish(z.boolean()),
  stream: streamsShape,
});

export const videoShape = z.object({
  capa: z.nullish(z.object({ duration: numberShape })),
  consumer: z.nullish(z.object({ originVideoKey: textShape })),
  media: z.nullish(z.object({ videoId: z.nullish(z.union([z.string(), z.number()])), stream: streamsShape })),
});

type Streams = z.infer<typeof streamsShape>;

/** Codecs in the order in which they are listed: the one every browser plays first. */
const CODECS = ['h264', 'h265', 'h266', 'av1'] as const;

function mapStreams(streams: Streams): VideoStream[] {
  return CODECS.flatMap((codec) =>
    (streams?.[codec] ?? []).flatMap((row) => {
      const url = parseMediaUrl(row.masterUrl);
      if (url === undefined) return [];
      return omitUndefined({
        codec,
        url,
        backupUrls: (row.backupUrls ?? []).map(parseMediaUrl).filter((backup) => backup !== undefined),
        width: row.width ?? undefined,
        height: row.height ?? undefined,
        bitrate: row.avgBitrate ?? undefined,
        sizeBytes: row.size ?? undefined,
        streamType: row.streamType ?? undefined,
      });
    }),
  );
}

/** The picture as the page shows it; `undefined` when no address of it is given (search results, 2024). */
export function mapImage(row: z.infer<typeof imageShape>): Image | undefined {
  const byScene = (scene: RegExp) => row.infoList?.find((info) => scene.test(info.imageScene ?? ''))?.url;
  const url = parseMediaUrl(row.urlDefault || byScene(/_DFT$/));
  if (url === undefined) return undefined;
  return omitUndefined({
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    url,
    previewUrl: parseMediaUrl(row.urlPre || byScene(/_PRV$/)),
    livePhotoUrl: row.livePhoto ? mapStreams(row.stream)[0]?.url : undefined,
  });
}

export function mapImages(rows: readonly z.infer<typeof imageShape>[]): Image[] {
  return rows.map(mapImage).filter((image) => image !== undefined);
}

/** `videoId` is larger than a double holds: from text that was parsed without loss it comes as text. */
export function mapVideo(row: z.infer<typeof videoShape>): Video {
  const id = row.media?.videoId;
  return omitUndefined({
    videoId: id == null ? undefined : String(id),
    durationSeconds: row.capa?.duration ?? undefined,
    streams: mapStreams(row.media?.stream),
    originVideoKey: row.consumer?.originVideoKey || undefined,
  });
}
