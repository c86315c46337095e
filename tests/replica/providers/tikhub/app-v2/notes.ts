import type { WorldNote } from '../../../world/types';
import { toImageDetail, toVideoNote } from '../../app-bodies/note-detail';
import { toNotePerson } from '../../app-bodies/person';
import { give, type TikhubResult } from '../envelope';
import { findAskedNote, type TikhubCall } from '../tikhub-call';

const RECOMMENDED = 2;

/** get_image_note_detail: answers video notes too, without streams. What may not be shown: an empty `note_list`. */
export function getImageNoteDetail(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const { note } = found;
  const isShown = note.standing === 'public' && !call.faults.get('emptyNoteList');
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

/** get_video_note_detail: the note first, then others like it. Asked for what is no video: a feed of strangers' notes. */
export function getVideoNoteDetail(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  if (call.faults.get('emptyNoteList')) return give([]);
  const { note } = found;
  const { site } = call.state;
  const others = site.world.notes
    .filter((other) => other !== note && other.type === 'video' && other.standing === 'public')
    .slice(0, RECOMMENDED);
  const isOwn = note.type === 'video' && note.standing === 'public';
  const asked: readonly WorldNote[] = isOwn ? [note] : [];
  return give([
    ...asked.map((one) => toVideoNote(site, one, true)),
    ...others.map((one) => toVideoNote(site, one, false)),
  ]);
}
