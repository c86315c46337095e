import type { WorldNote } from '../../world/types';
import type { ApiCall } from './api-call';

const DAY_MS = 86_400_000;

/** Tags of `filter_note_time` (hydrated state, 2025-11). */
const MAX_AGE_MS: Readonly<Record<string, number>> = {
  一天内: DAY_MS,
  一周内: 7 * DAY_MS,
  半年内: 183 * DAY_MS,
};

/** Tags of `sort_type` (hydrated state, 2025-11); `general` keeps the order. */
const SORT_KEYS: Readonly<Record<string, (note: WorldNote) => number>> = {
  time_descending: (note) => note.time,
  popularity_descending: (note) => note.likedCount,
  comment_descending: (note) => note.commentCount,
  collect_descending: (note) => note.collectedCount,
};

/** The chosen tag of each filter: `filters: [{tags: […], type}]`. */
function readTags(filters: unknown): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  if (!Array.isArray(filters)) return tags;
  for (const filter of filters as readonly unknown[]) {
    if (typeof filter !== 'object' || filter === null) continue;
    const type: unknown = Reflect.get(filter, 'type');
    const chosen: unknown = Reflect.get(filter, 'tags');
    if (typeof type === 'string' && Array.isArray(chosen)) tags.set(type, String(chosen[0]));
  }
  return tags;
}

/**
 * Found notes by type (`note_type` 1 video, 2 pictures), age, following and order. What needs a place, or a memory of
 * what was seen, changes nothing: the replica has neither.
 */
export function applySearchFilters(notes: readonly WorldNote[], call: ApiCall): readonly WorldNote[] {
  const tags = readTags(call.input['filters']);
  const kind = tags.get('filter_note_type');
  const noteType = Number(call.input['note_type'] ?? 0);
  const maxAge = MAX_AGE_MS[tags.get('filter_note_time') ?? ''];
  const sortKey = SORT_KEYS[tags.get('sort_type') ?? ''];
  const chosen = notes.filter(
    (note) =>
      !((noteType === 1 || kind === '视频笔记') && note.type !== 'video') &&
      !((noteType === 2 || kind === '普通笔记') && note.type !== 'normal') &&
      (maxAge === undefined || Date.now() - note.time < maxAge) &&
      (tags.get('filter_note_range') !== '已关注' || call.viewer.follows(note.author.userId)),
  );
  return sortKey === undefined ? chosen : chosen.toSorted((a, b) => sortKey(b) - sortKey(a));
}
