/**
 * The truth of the replica's small world: what exists, before any page or response is made of it.
 * Everything is invented. Shapes follow what the real site is known to hold (site bundle xhs-pc-web 6.12.1,
 * 2026-05, and saved pages of 2024-06 to 2026-05); the server turns them into pages, states and API bodies.
 */

/** 24 lowercase hex digits; the first 8 are the creation time in Unix seconds. */
export type HexId = string;

export interface WorldAuthor {
  readonly userId: HexId;
  readonly redId: string;
  readonly nickname: string;
  readonly avatarUrl: string;
  readonly desc: string;
  /** 0 male, 1 female, 2 unknown. */
  readonly gender: 0 | 1 | 2;
  readonly ipLocation: string | undefined;
  readonly follows: number;
  readonly fans: number;
  readonly likedAndCollected: number;
}

export interface WorldImage {
  readonly width: number;
  readonly height: number;
  readonly urlDefault: string;
  readonly urlPre: string;
  readonly livePhotoUrl: string | undefined;
}

export interface WorldVideo {
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly originVideoKey: string | undefined;
  /** Above 2^53, so that a reader that goes through doubles loses digits. */
  readonly videoId: string;
  readonly streams: readonly {
    readonly codec: 'h264' | 'h265' | 'av1';
    readonly streamType: number;
    readonly masterUrl: string;
    readonly backupUrls: readonly string[];
    readonly width: number;
    readonly height: number;
    readonly avgBitrate: number;
    readonly size: number;
  }[];
}

/** How the site answers for a note: as it is, or one of the known refusals. */
export type NoteStanding = 'public' | 'removed' | 'under-review' | 'forbidden';

export interface WorldNote {
  readonly noteId: HexId;
  /** A short name tests and URLs of the demo use, such as `tea` or `video`. */
  readonly key: string;
  readonly standing: NoteStanding;
  readonly type: 'normal' | 'video';
  readonly title: string;
  /** Text with `\n`, topics as `#name[话题]#`, emoji as `[哭惹R]`, mentions as `@nickname `. */
  readonly desc: string;
  readonly author: WorldAuthor;
  readonly time: number;
  readonly lastUpdateTime: number;
  readonly ipLocation: string | undefined;
  readonly images: readonly WorldImage[];
  readonly video: WorldVideo | undefined;
  readonly tags: readonly { readonly id: HexId; readonly name: string; readonly type: string }[];
  readonly mentions: readonly WorldAuthor[];
  readonly likedCount: number;
  readonly collectedCount: number;
  readonly shareCount: number;
  /** What the site says; may be larger than what is listed (folded or deleted comments). */
  readonly commentCount: number;
  readonly commentsClosed: boolean;
  /** Top-level comments in the site's order. Made lazily where there are very many. */
  readonly comments: readonly WorldComment[];
}

export interface WorldComment {
  readonly id: HexId;
  readonly noteId: HexId;
  readonly author: WorldAuthor;
  readonly content: string;
  readonly createTime: number;
  readonly ipLocation: string | undefined;
  readonly likeCount: number;
  /** 0 normal; 3 and -2 have been seen, their meaning is not known. */
  readonly status: number;
  readonly isNoteAuthor: boolean;
  readonly pinned: boolean;
  /** Folded away by the app. The site's pages of this world list such a comment like any other. */
  readonly folded: boolean;
  readonly pictures: readonly WorldImage[];
  readonly mentions: readonly WorldAuthor[];
  /** Replies in the site's order; empty for a reply. */
  readonly replies: readonly WorldComment[];
  /** For a reply: the comment it answers (the root or another reply); may have been deleted. */
  readonly targetCommentId: HexId | undefined;
  readonly targetAuthor: WorldAuthor | undefined;
}

/** A topic with a page of its own; notes name it in their text. */
export interface WorldTopic {
  /** Not the id of a note's tag: that one differs from note to note. */
  readonly pageId: HexId;
  readonly name: string;
  readonly views: number;
  readonly discussions: number;
  /** Public notes with this topic, newest first. */
  readonly notes: readonly WorldNote[];
}

export interface World {
  readonly seed: number;
  readonly authors: readonly WorldAuthor[];
  readonly notes: readonly WorldNote[];
  readonly topics: readonly WorldTopic[];
  findNote(noteIdOrKey: string): WorldNote | undefined;
  findAuthor(userId: HexId): WorldAuthor | undefined;
  /** By its page's id or its name. */
  findTopic(pageIdOrName: string): WorldTopic | undefined;
  /** Public notes of a person, newest first. */
  postedBy(userId: HexId): readonly WorldNote[];
  /** Public notes that a person has collected for everybody to see; some show none. */
  favedBy(userId: HexId): readonly WorldNote[];
}
