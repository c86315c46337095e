import * as z from 'zod/mini';
import { personSchema } from './author';
import { countSchema } from './values/count';
import { imageSchema, videoSchema } from './values/media';
import { observationSchema } from './values/observation';
import { topicSchema } from './values/topic';

export const hostSchema = z.enum(['www.xiaohongshu.com', 'www.rednote.com']);
export type SiteHost = z.infer<typeof hostSchema>;

/** Whether the site shows the note, and if not, which of its refusals it gave. */
export const standingSchema = z.enum(['public', 'removed', 'under-review', 'forbidden']);
export type NoteStanding = z.infer<typeof standingSchema>;

/** One sighting of the token that opens a note. A token belongs to one note. */
export const noteTokenSchema = z.object({
  xsecToken: z.string(),
  /** May be empty: links of the feed carry `xsec_source=` without a value. `undefined`: not given there. */
  xsecSource: z.optional(z.string()),
  /** Where it was read: `url`, `ssr`, `state` or an endpoint id. */
  from: z.string(),
  seenAt: z.number(),
  /** Set when the site refused it (expired, or of another note). */
  refusedAt: z.optional(z.number()),
});

export type NoteToken = z.infer<typeof noteTokenSchema>;

export const noteCountsSchema = z.object({
  likes: z.optional(countSchema),
  collects: z.optional(countSchema),
  comments: z.optional(countSchema),
  shares: z.optional(countSchema),
  views: z.optional(countSchema),
});

export type NoteCounts = z.infer<typeof noteCountsSchema>;

/** A note, as far as it was seen: everything unknown is absent. Times are epoch ms. */
export const noteSchema = z.object({
  noteId: z.string(),
  standing: z.optional(standingSchema),
  type: z.optional(z.enum(['normal', 'video'])),
  /** May be the empty string: notes without a title exist. */
  title: z.optional(z.string()),
  /** The text with the site's codes: topics `#name[话题]#`, emoji `[哭惹R]`, line breaks `\n`. */
  text: z.optional(z.string()),
  author: z.optional(personSchema),
  publishedAt: z.optional(z.number()),
  editedAt: z.optional(z.number()),
  place: z.optional(z.string()),
  images: z.optional(z.array(imageSchema)),
  /** What a list shows of it before it is opened: its first picture, or the one chosen for its video. */
  cover: z.optional(imageSchema),
  /** `null`: known to have none. */
  video: z.optional(z.nullable(videoSchema)),
  topics: z.optional(z.array(topicSchema)),
  mentions: z.optional(z.array(personSchema)),
  counts: noteCountsSchema,
  tokens: z.array(noteTokenSchema),
  host: z.optional(hostSchema),
  /** Field name → where it was last seen. */
  observed: z.record(z.string(), observationSchema),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
});

export type Note = z.infer<typeof noteSchema>;

/** What one source told of a note at one moment; storage merges it into the `Note`. */
export const noteSightingSchema = z.object({
  noteId: z.string(),
  fields: z.partial(
    z.pick(noteSchema, {
      standing: true,
      type: true,
      title: true,
      text: true,
      author: true,
      publishedAt: true,
      editedAt: true,
      place: true,
      images: true,
      cover: true,
      video: true,
      topics: true,
      mentions: true,
      host: true,
    }),
  ),
  counts: noteCountsSchema,
  token: z.optional(z.omit(noteTokenSchema, { seenAt: true, from: true, refusedAt: true })),
  /** What depends on who looks; kept apart, by viewer. */
  viewer: z.optional(
    z.object({
      liked: z.optional(z.boolean()),
      collected: z.optional(z.boolean()),
      followed: z.optional(z.boolean()),
    }),
  ),
});

export type NoteSighting = z.infer<typeof noteSightingSchema>;

/** A note's counts at one moment: the points of its charts and trends. */
export const noteSnapshotSchema = z.object({
  noteId: z.string(),
  at: z.number(),
  source: z.string(),
  counts: noteCountsSchema,
});

export type NoteSnapshot = z.infer<typeof noteSnapshotSchema>;
