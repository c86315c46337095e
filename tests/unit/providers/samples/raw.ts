import { overHttps, pick, pickList } from '../../site/samples/compare';

/** Browsers do not show HEIF; the CDN gives JPEG under the same signature. */
export const asShown = (url: unknown): unknown => {
  const secure = overHttps(url);
  return typeof secure === 'string' ? secure.replace('/format/heif', '/format/jpg') : secure;
};

const said = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/** A count as the model keeps it: numbers and digits as they are, "3.5万" by its unit. */
export function toCount(raw: unknown) {
  if (raw === undefined || raw === null) return undefined;
  const text = String(raw as string | number);
  const units = { 万: 10_000, 亿: 100_000_000 } as const;
  const unit = Object.entries(units).find(([mark]) => text.endsWith(mark));
  return {
    raw: text,
    value: unit ? Math.round(Number(text.slice(0, -1)) * unit[1]) : Number(text),
    approximate: unit !== undefined,
  };
}

const toKind = (id: unknown) => (/^[0-9a-f]{24}$/.test(String(id)) ? 'site' : 'masked');

export function toPerson(raw: unknown, idKey: string, avatarKey: string) {
  if (raw === undefined || raw === null) return undefined;
  const id = pick(raw, idKey);
  return {
    id: { kind: toKind(id), value: id },
    nickname: pick(raw, 'nickname'),
    avatarUrl: asShown(pick(raw, avatarKey)),
    redId: said(pick(raw, 'red_id')),
  };
}

/** A comment of the app's API as the model should hold it, from the raw row alone. */
export function toComment(raw: unknown) {
  const tags = pickList(raw, 'show_tags_v2').map((tag) => pick(tag, 'type'));
  const has = (tag: string) => (tags.includes(tag) ? true : undefined);
  const pictures = pick(raw, 'pictures');
  return {
    commentId: pick(raw, 'id'),
    noteId: pick(raw, 'note_id'),
    author: toPerson(pick(raw, 'user'), 'userid', 'images'),
    content: pick(raw, 'content'),
    createdAt: (pick(raw, 'time') as number) * 1_000,
    place: said(pick(raw, 'ip_location')),
    likes: toCount(pick(raw, 'like_count')),
    replyCount: toCount(pick(raw, 'sub_comment_count')),
    byNoteAuthor: tags.includes('is_author'),
    pinned: has('user_top'),
    likedByNoteAuthor: has('author_liked'),
    hidden: pick(raw, 'hidden'),
    byMachine: pick(raw, 'user', 'ai_agent'),
    pictures:
      pictures === undefined
        ? undefined
        : (pictures as unknown[]).map((picture) => ({
            url: asShown(pick(picture, 'url')),
            originUrl: asShown(pick(picture, 'origin_url')),
            width: pick(picture, 'width'),
            height: pick(picture, 'height'),
          })),
    mentions: pickList(raw, 'at_users').map((user) => toPerson(user, 'userid', 'images')),
    status: pick(raw, 'status'),
  };
}
