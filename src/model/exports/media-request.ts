import * as z from 'zod/mini';

/** What can be saved of a note, in the order in which it is offered: pictures, the video, what moves, pictures of comments. */
export const MEDIA_KINDS = ['image', 'video', 'live', 'comment'] as const;
export const mediaKindSchema = z.enum(MEDIA_KINDS);
export type MediaKind = z.infer<typeof mediaKindSchema>;

/** Pictures and video of notes, wanted as one zip. Shares the way of an export; `format` tells the two apart. */
export const mediaRequestSchema = z.object({
  format: z.literal('media'),
  noteId: z.string(),
  /** Several notes, `noteId` among them, in the order in which they are written. */
  noteIds: z.optional(z.array(z.string())),
  kinds: z.array(mediaKindSchema),
  /** IANA name; the time in the file's name is of this zone. */
  timeZone: z.string(),
  language: z.enum(['zh-CN', 'en']),
});

export type MediaRequest = z.infer<typeof mediaRequestSchema>;

/**
 * Why a file is not in the zip. `expired`: the CDN answers 403, as it does once the time in an address is over;
 * `not-allowed`: the address is not one of the site's CDN over https; `not-media`: what came is neither picture nor video.
 */
export const MEDIA_FAILURES = [
  'cut-short',
  'empty',
  'expired',
  'network',
  'not-allowed',
  'not-media',
  'refused',
  'timed-out',
] as const;
export const mediaFailureSchema = z.enum(MEDIA_FAILURES);
export type MediaFailure = z.infer<typeof mediaFailureSchema>;

/** How far the media of a save are. `bytes`: what has come over the wire and is kept. */
export const mediaStateSchema = z.object({
  bytes: z.number(),
  failed: z.number(),
  /** Of those that failed, the ones whose address is too old. */
  expired: z.number(),
  /** The first that failed; the report in the zip has them all. */
  failures: z.array(z.object({ noteId: z.string(), name: z.string(), reason: mediaFailureSchema })),
});

export type MediaState = z.infer<typeof mediaStateSchema>;
