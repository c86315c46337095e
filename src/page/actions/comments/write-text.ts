import type { ActionRefusal } from '../../../model/actions/page-action';
import { findControl, isWithin } from '../../../site/controls';
import { toRecord } from '../confirm/find-answer';
import { notFound, POSSIBLE } from '../define-action';
import type { PageAction, Scene, Verdict } from '../define-action';
import { isShown } from '../find-note-root';
import { pauseBetween } from '../pause';
import type { Hands } from '../steps/hands';
import { putText, readText } from '../steps/put-text';
import { waitForChange } from '../wait-for-change';
import { findWritten } from './find-written';

/** How long the page may take to open its box, or to see that there is text in it. */
const BOX_MS = 3_000;

/** What writing a comment and answering one share: one box, one line, one press. */
export const writing: Pick<
  PageAction,
  'perform' | 'read' | 'shows' | 'undo' | 'isShownAtOnce' | 'isKept' | 'isPress'
> = {
  perform: ({ root }) => findControl(root, 'send')?.click(),
  // The page draws the new comment from the site's answer.
  isShownAtOnce: false,
  shows: findWritten,
  read: (value) => {
    const id = toRecord(toRecord(value)?.['comment'])?.['id'];
    return typeof id === 'string' ? { commentId: id } : {};
  },
  // The words are the user's to change; an empty box is no comment.
  isKept: ({ root }) => {
    const editor = findControl(root, 'editor');
    const send = findControl(root, 'send');
    return editor !== undefined && readText(editor) !== '' && send !== undefined && isShown(send);
  },
  // Whether the page sends at Enter, nobody has written down: it may.
  isPress: (event) =>
    event.type === 'click'
      ? isWithin(event, 'send')
      : (event as KeyboardEvent).key === 'Enter' && (isWithin(event, 'editor') || isWithin(event, 'send')),
  undo: (scene) => {
    const editor = findControl(scene.root, 'editor');
    if (!editor || !['', scene.order.content].includes(readText(editor))) return;
    if (readText(editor) !== '') putText(editor, '');
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
  if (!editor) return notFound('comment-box');
  const isFilled = () => checkFilled(scene).is === 'possible';
  if (putText(editor, order.content ?? '') && (await waitForChange(root, isFilled, limit))) return POSSIBLE;
  // What the page has not noticed would stand in the way of what the user puts there.
  if (readText(editor) === order.content) putText(editor, '');
  return NOT_TAKEN;
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
