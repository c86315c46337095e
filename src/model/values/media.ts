import * as z from 'zod/mini';

/** A picture as the page shows it. Addresses are https; the site's own are time-limited. */
export const imageSchema = z.object({
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  url: z.string(),
  previewUrl: z.optional(z.string()),
  /** The picture as it was uploaded, where a source gives it. */
  originUrl: z.optional(z.string()),
  /** The moving part of a live photo (MP4). */
  livePhotoUrl: z.optional(z.string()),
});

export type Image = z.infer<typeof imageSchema>;

export const videoStreamSchema = z.object({
  codec: z.string(),
  url: z.string(),
  backupUrls: z.array(z.string()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  bitrate: z.optional(z.number()),
  sizeBytes: z.optional(z.number()),
  /** The site's own number of the kind of stream; 259 carries the author's watermark. */
  streamType: z.optional(z.number()),
});

export const videoSchema = z.object({
  /** Kept as text: larger than a double can hold. */
  videoId: z.optional(z.string()),
  durationSeconds: z.optional(z.number()),
  streams: z.array(videoStreamSchema),
  originVideoKey: z.optional(z.string()),
  subtitles: z.optional(z.array(z.object({ language: z.string(), url: z.string() }))),
});

export type VideoStream = z.infer<typeof videoStreamSchema>;
export type Video = z.infer<typeof videoSchema>;
