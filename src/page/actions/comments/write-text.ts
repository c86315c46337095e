import type { ActionRefusal } from '../../../model/actions/page-action';
import { COMMENT_PARTS, findControl } from '../../../site/controls';
import { SELECTORS } from '../../../site/selectors';
import { toRecord } from '../confirm/find-answer';
import { notFound, POSSIBLE } from '../define-action';
import type { PageAction, Scene, Verdict } from '../define-action';
import { isShown } from '../find-note-root';
import { pauseBetween } from '../pause';
import type { Hands } from '../steps/hands';
import { putText, readText } from '../steps/put-text';
import { waitForChange } from '../wait-for-change';

/** How long the page may take to open its box, or to see that there is text in it. */
const BOX_MS = 3_000;

/** What writing a comment and answering one share: one box, one line, one press. */
export const writing: Pick<PageAction, 'perform' | 'read' | 'shows' | 'undo' | 'isShownAtOnce'> = {
  perform: ({ root }) => findControl(root, 'send')?.click(),
  // The page draws the new comment from the site's answer.
  isShownAtOnce: false,
  shows: findNewComment,
  read: (value) => {
    const id = toRecord(toRecord(value)?.['comment'])?.['id'];
    return typeof id === 'string' ? { commentId: id } : {};
  },
  undo: (scene) => {
    const editor = findControl(scene.root, 'editor');
    if (!editor || readText(editor) !== scene.order.content) return;
    putText(editor, '');
    findControl(scene.root, 'cancel')?.click();
  },
};

/** Whether there is something to say, a box to say it in, and nothing of the user's own in it. */
export function checkBox({ root, order }: Scene): Verdict {
  const { content } = order;
  if (content === undefined || content.trim() === '' || /[\r\n]/.test(content))
    return { is: 'refused', code: 'invalid-input' };
  const editor = findControl(root, 'editor');
  if (!editor) return notFound('comment-box');
  const text = readText(editor);
  return text === '' || text === content ? POSSIBLE : { is: 'refused', code: 'box-in-use' };
}

/** Opens the box by that control, and puts the text into it. */
export async function fillBox(scene: Scene, opener: HTMLElement, hands: Hands): Promise<Verdict> {
  const { root, order } = scene;
  const limit = { timeoutMs: BOX_MS, pace: hands.pace, signal: hands.signal };
  opener.click();
  const isOpen = () => {
    const send = findControl(root, 'send');
    return send !== undefined && isShown(send);
  };
  if (!(await waitForChange(root, isOpen, limit))) return notFound('comment-box');
  await pauseBetween(order.minPauseMs, order.maxPauseMs, hands.pace, hands.signal);
  const verdict = checkBox(scene);
  if (verdict.is !== 'possible') return verdict;
  const editor = findControl(root, 'editor');
  if (!editor || !putText(editor, order.content ?? '')) return NOT_TAKEN;
  return (await waitForChange(root, () => checkFilled(scene).is === 'possible', limit))
    ? POSSIBLE
    : NOT_TAKEN;
}

const NOT_TAKEN: ActionRefusal = { is: 'refused', code: 'text-not-taken' };

/** Whether the box holds exactly the text, and the page would send it. */
export function checkFilled({ root, order }: Scene): Verdict {
  const editor = findControl(root, 'editor');
  const send = findControl(root, 'send');
  if (!editor || !send) return notFound('comment-box');
  if (readText(editor) !== order.content) return { is: 'refused', code: 'box-in-use' };
  const isOff = send.classList.contains('gray') || (send as HTMLButtonElement).disabled;
  return isOff || !isShown(send) ? NOT_TAKEN : POSSIBLE;
}

/** Clocks differ: by so much the site's may be behind this one. */
const SKEW_MS = 120_000;

/**
 * A comment of the one who acts that says just this: one that did not stand there at that look, or is no older than the
 * attempt which is verified. The first eight digits of an id are its time (saved pages, 2025-12).
 */
function findNewComment({ root, order }: Scene, since?: Scene): { readonly commentId: string } | undefined {
  for (const item of root.querySelectorAll<HTMLElement>(SELECTORS.comment)) {
    const commentId = item.id.slice('comment-'.length);
    const sentAt = Number.parseInt(commentId.slice(0, 8), 16) * 1_000;
    const isNew = since ? !since.listed.has(commentId) : sentAt >= (order.since ?? Infinity) - SKEW_MS;
    const author = item.querySelector(COMMENT_PARTS.author)?.getAttribute('data-user-id');
    const text = item.querySelector(COMMENT_PARTS.text)?.textContent?.trim();
    if (isNew && author === order.viewerId && text === order.content) return { commentId };
  }
  return undefined;
}
