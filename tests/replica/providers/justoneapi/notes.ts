import { type CommentSort } from '../app-bodies/comment-lists';
import { toMaskedComments, toMaskedReplies } from '../app-bodies/masked-comments';
import { toImageDetail, toVideoNote } from '../app-bodies/note-detail';
import { toNotePerson } from '../app-bodies/person';
import { findAskedNote, give, type JustoneCall, type JustoneResult, NOT_THERE } from './justone-call';

/** get-note-detail/v1: `data[0].note_list[0]`, no addresses of videos. */
export function getNoteDetail(call: JustoneCall): JustoneResult {
  const note = findAskedNote(call);
  if (note === undefined) return NOT_THERE;
  const isShown = !call.faults.get('emptyNoteList');
  return give([
    {
      note_list: isShown ? [toImageDetail(call.state.site, note)] : [],
      comment_list: [],
      model_type: 'note',
      track_id: `2r${note.noteId.slice(-12)}`,
      user: toNotePerson(note.author),
    },
  ]);
}

/** get-note-detail/v6: videos only, flat; for pictures there is nothing, and nothing is charged (measured, 2026-09). */
export function getVideoDetail(call: JustoneCall): JustoneResult {
  const note = findAskedNote(call);
  if (note === undefined) return NOT_THERE;
  if (note.type !== 'video') return { code: 0, data: [], isBilled: false };
  if (call.faults.get('emptyNoteList')) return give([]);
  return give([toVideoNote(call.state.site, note, true)]);
}

const SORTS: Readonly<Record<string, CommentSort>> = {
  normal: 'default',
  latest: 'latest',
  like_count: 'like_count',
};

/** get-note-comment of all versions: the cursor's whole text comes back as `lastCursor`. */
export function getNoteComments(call: JustoneCall): JustoneResult {
  const note = findAskedNote(call);
  if (note === undefined) return NOT_THERE;
  const { site } = call.state;
  const ask = { site, faults: call.faults, note, cursor: call.query.get('lastCursor') ?? '' };
  const order = call.query.get('sort') ?? 'latest';
  const page = toMaskedComments(ask, SORTS[order] ?? 'latest');
  if (!call.faults.get('notGivenBy').includes(order)) return give(page);
  return give({ ...page, comments: [], cursor: '', has_more: false });
}

/** get-note-sub-comment/v2. */
export function getSubComments(call: JustoneCall): JustoneResult {
  const note = findAskedNote(call);
  if (note === undefined) return NOT_THERE;
  const { site } = call.state;
  const root = site.comments.findRoot(note, call.query.get('commentId') ?? '');
  if (root === undefined) return NOT_THERE;
  return give(
    toMaskedReplies({ site, faults: call.faults, note, cursor: call.query.get('lastCursor') ?? '' }, root),
  );
}
