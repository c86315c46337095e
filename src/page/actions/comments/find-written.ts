import { ACTION_TRAITS } from '../../../model/actions/action.catalog';
import { COMMENT_PARTS } from '../../../site/controls';
import { SELECTORS } from '../../../site/selectors';
import type { Scene } from '../define-action';
import { isSameText } from './is-same-text';

/** Clocks differ: by so much the site's may be behind this one. */
const SKEW_MS = 120_000;

/**
 * What the one who acts has written here that says just this, in the place where it would stand: under the note, or in the
 * thread of the one that it answers. Only what did not stand there at that look, or is no older than the attempt which is
 * verified, and is not known to have come of another attempt. The first eight digits of an id are its time (saved pages,
 * 2025-12).
 */
export function findWritten(scene: Scene, since?: Scene): { readonly commentId: string } | undefined {
  const { root, order } = scene;
  for (const item of root.querySelectorAll<HTMLElement>(SELECTORS.comment)) {
    const commentId = item.id.slice('comment-'.length);
    const sentAt = Number.parseInt(commentId.slice(0, 8), 16) * 1_000;
    const isNew = since ? !since.listed.has(commentId) : sentAt >= (order.since ?? Infinity) - SKEW_MS;
    if (!isNew || order.others?.includes(commentId)) continue;
    const author = item.querySelector(COMMENT_PARTS.author)?.getAttribute('data-user-id');
    const text = item.querySelector(COMMENT_PARTS.text)?.textContent ?? '';
    if (author === order.viewerId && isSameText(text, order.content ?? '') && isInPlace(item, scene))
      return { commentId };
  }
  return undefined;
}

function isInPlace(item: HTMLElement, { root, order }: Scene): boolean {
  const isReply = item.closest(COMMENT_PARTS.replies) !== null;
  if (ACTION_TRAITS[order.action].target === 'note') return !isReply;
  const rootId = order.rootCommentId ?? order.commentId;
  const thread = root.querySelector(`#comment-${rootId}`)?.closest(COMMENT_PARTS.thread);
  if (!isReply || !thread?.contains(item)) return false;
  // Whom it answers is named where that is another reply, and only by a name.
  const named = item.querySelector(COMMENT_PARTS.answered)?.textContent?.trim();
  const isOfReply = order.commentId !== rootId;
  if (named === undefined) return !isOfReply;
  const target = root.querySelector(`#comment-${order.commentId}`);
  const name = target?.querySelector(COMMENT_PARTS.author)?.textContent?.trim();
  return name === undefined ? isOfReply : name === named;
}
