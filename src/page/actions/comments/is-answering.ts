import { findControl } from '../../../site/controls';
import { isShown } from '../find-note-root';

/** Whether what is typed into the note's box would answer a comment. */
export function isAnswering(root: HTMLElement): boolean {
  const mark = findControl(root, 'answering');
  return mark !== undefined && isShown(mark);
}
