// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { notesEn } from '../../../../src/i18n/en/library/notes';
import { useRestoreTrash } from '../../../../src/ui/library/notes/use-restore-trash';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

function Undo({ restore }: { restore: () => Promise<boolean> }) {
  const bringBack = useRestoreTrash({ restore });
  return <button onClick={() => bringBack(['one'])} aria-label={'undo'} />;
}

it.each([
  [false, true],
  [true, false],
])('undoing a deletion that is %s to be undone says so: %s', async (restored, isSaid) => {
  shown = await renderUi(<Undo restore={() => Promise.resolve(restored)} />, createFakePorts().ports);
  await shown.click('button', 'undo');
  await shown.settle();
  expect(shown.text().includes(notesEn['library.trash-too-late'])).toBe(isSaid);
});
