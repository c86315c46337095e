import type { PageAnswer, PageContext } from '../../page-contract';
import type { WorldNote } from '../../world/types';
import { CLOSE_HTML, noteContainerHtml } from '../client/templates/note.js';
import { renderDocument } from '../document';
import { createBaseState } from '../state/create-base-state';
import { toDetailEntry, toNoteEntry } from '../state/note-entry';
import type { StateObject } from '../state/serialize-state';
import { accessHtml } from './plain-page';

interface NotePageInput {
  readonly noteId: string;
  readonly source: string;
}

/** Codes and messages of refused notes (server-rendered pages, 2025-12: 66 × -510001, 6 × -510000). */
const REFUSALS = {
  removed: { code: -510000, message: '笔记不存在' },
  'under-review': { code: -510001, message: '当前内容无法展示' },
} as const;

function serverRequestInfo(
  refusal: { readonly code: number; readonly message: string } | undefined,
): StateObject {
  if (!refusal) return { state: 'success', errorCode: 0, errMsg: '' };
  const { code, message } = refusal;
  const reply = { success: false, msg: message, data: null, code };
  return {
    state: 'fail',
    errorCode: code,
    errMsg: JSON.stringify({ name: 'HTTPBizError', code, status: 200, data: reply }),
  };
}

/**
 * Some pages hold an empty entry under `"undefined"` or `""` beside the real one, before or after it (hydrated states,
 * 2024-11 and 2025-07). Which page does is settled by its id, so that it is the same at every visit.
 */
function withGhosts(noteId: string, entry: StateObject): StateObject {
  const ghost = toDetailEntry({}, 0);
  switch (Number.parseInt(noteId.slice(-2), 16) % 4) {
    case 0:
      return { undefined: ghost, [noteId]: entry };
    case 1:
      return { [noteId]: entry, '': ghost };
    case 2:
      return { '': ghost, [noteId]: entry };
    default:
      return { [noteId]: entry };
  }
}

function metaOf(note: WorldNote, title: string): readonly (readonly [string, string])[] {
  return [
    ['keywords', note.tags.map((tag) => tag.name).join(', ')],
    ['description', note.desc.slice(0, 100)],
    ['og:type', 'article'],
    ['og:site_name', '小红书'],
    ['og:title', title],
    ...note.images.map((image) => ['og:image', image.urlDefault] as const),
  ];
}

/** A direct note page in any of its routes. Refused notes give an empty note and the title 「小红书」. */
export function renderNotePage(context: PageContext, input: NotePageInput): PageAnswer {
  const { noteId } = input;
  const note = context.world.findNote(noteId);
  const now = Date.now();
  const state = createBaseState(context.viewer, now);
  const standing = note?.noteId === noteId ? note.standing : 'removed';
  if (standing === 'forbidden') {
    return renderDocument(
      { title: '小红书', active: '', content: accessHtml('当前笔记暂时无法浏览'), state },
      context,
    );
  }
  const refusal = standing === 'public' ? undefined : REFUSALS[standing];
  const shown = refusal === undefined ? note : undefined;
  const entry = shown ? toNoteEntry(shown, context, input.source) : {};
  Object.assign(state.store('note'), {
    firstNoteId: noteId,
    currentNoteId: noteId,
    noteDetailMap: withGhosts(noteId, toDetailEntry(entry, shown ? now : 0)),
    serverRequestInfo: serverRequestInfo(refusal),
  });
  const origin = `<span id="note-detail-origin" data-undertake-flag="rightRecommenddefault" data-origin="${shown ? 'outlinkNotePage' : 'empty'}"></span>`;
  if (!shown) return renderDocument({ title: '小红书', active: '', content: origin, state }, context);
  const title = `${shown.title} - 小红书`;
  const content = `<div class="outer-link-container">${noteContainerHtml(entry, now)}${CLOSE_HTML}</div>${origin}`;
  return renderDocument({ title, active: '', content, state, meta: metaOf(shown, title) }, context);
}
