/** What stands in the box, without the blanks that an editor adds. */
export function readText(editor: HTMLElement): string {
  return (editor.textContent ?? '').replaceAll('\u00a0', ' ').trim();
}

/**
 * Puts one line of text into the page's box, in place of what is in it, as the browser's own editing command does; where
 * the page does not take that, with the events of typing. Answers whether it stands there. (Both are reported to work by
 * public tools, 2025 to 2026; nothing here can press real keys.)
 */
export function putText(editor: HTMLElement, text: string): boolean {
  editor.focus();
  selectAll(editor);
  const page = editor.ownerDocument;
  // Deprecated, and the only way to edit as the user would: undo works, and the page's own listeners hear of it.
  const isTaken = text === '' ? page.execCommand('delete') : page.execCommand('insertText', false, text);
  if (isTaken && readText(editor) === text) return true;
  const typed = {
    bubbles: true,
    inputType: text === '' ? 'deleteContent' : 'insertText',
    data: text || null,
  };
  if (!editor.dispatchEvent(new InputEvent('beforeinput', { ...typed, cancelable: true }))) return false;
  editor.textContent = text;
  editor.dispatchEvent(new InputEvent('input', typed));
  return readText(editor) === text;
}

function selectAll(editor: HTMLElement): void {
  const range = editor.ownerDocument.createRange();
  range.selectNodeContents(editor);
  const selection = editor.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
