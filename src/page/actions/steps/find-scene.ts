import type { ActionOrder, ActionRefusal } from '../../../model/actions/page-action';
import { ACTION_TRAITS } from '../../../model/actions/action.catalog';
import { DECOY, SELECTORS, UNKNOWN_DECOY, WATCHED } from '../../../site/selectors';
import { toRefusal } from '../confirm/to-refusal';
import { notFound } from '../define-action';
import type { Scene } from '../define-action';
import { findNoteRoot, isNoteInAddress } from '../find-note-root';
import type { Hands } from './hands';

/**
 * What the action has before it now, or why nothing may be done: the note is not in front, the page is not seen, somebody
 * else is logged in, the site has given a sign, or its controls are not to be trusted. Read anew before every gesture.
 */
export function findScene(order: ActionOrder, hands: Hands): Scene | ActionRefusal {
  const { page } = hands;
  const refusal = findRefusal(order, hands);
  if (refusal) return refusal;
  const scene = readScene(order, page);
  if (!scene) return notFound('note');
  // A decoy in the bar or in the comments, or its mark on a real button: the site has begun to watch what is pressed here.
  if (scene.root.querySelector(`${DECOY}, ${WATCHED}`) || page.querySelector(UNKNOWN_DECOY))
    return notFound('trustworthy-controls');
  return scene;
}

/** The note and the comment as they stand in the page, whoever may act there; `undefined`: the note is not in front. */
export function readScene(order: ActionOrder, page: Document): Scene | undefined {
  const root = findNoteRoot(order.noteId, page)?.element;
  return root && { order, page, root, comment: findComment(root, order), listed: listComments(root) };
}

const listComments = (root: HTMLElement): ReadonlySet<string> =>
  new Set([...root.querySelectorAll(SELECTORS.comment)].map(({ id }) => id.slice('comment-'.length)));

/** The comment or reply by its id; never by a name or a text. */
function findComment(root: HTMLElement, { action, commentId }: ActionOrder): HTMLElement | undefined {
  if (ACTION_TRAITS[action].target !== 'comment' || !/^[0-9a-f]{24}$/.test(commentId ?? '')) return undefined;
  return root.querySelector<HTMLElement>(`#comment-${commentId}`) ?? undefined;
}

function findRefusal(
  order: ActionOrder,
  { page, signal, findSign, readViewer }: Hands,
): ActionRefusal | undefined {
  const refuse = (code: ActionRefusal['code']): ActionRefusal => ({ is: 'refused', code });
  if (signal.aborted) return refuse('cancelled');
  const sign = findSign();
  if (sign) return toRefusal(sign);
  if (page.visibilityState !== 'visible') return refuse('tab-hidden');
  if (!isNoteInAddress(order.noteId, page)) return refuse('note-left');
  const { loggedIn, viewerId } = readViewer();
  if (loggedIn === false) return refuse('login-wanted');
  if (viewerId === undefined) return notFound('viewer');
  return viewerId === order.viewerId ? undefined : refuse('login-changed');
}
