// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UnansweredEntry } from '../../../../../../src/insights/unanswered/find-unanswered';
import { useQueueKeys, useQueuePlace } from '../../../../../../src/ui/sidepanel/replies/state/use-queue-keys';
import type { QueuePlace } from '../../../../../../src/ui/sidepanel/replies/state/use-queue-keys';

const ENTRIES = ['a', 'b', 'c'].map(
  (commentId) => ({ noteId: 'n', commentId }) as unknown as UnansweredEntry,
);

const root = document.createElement('div');
let place: QueuePlace;

function Probe() {
  place = useQueuePlace(ENTRIES);
  const onKeyDown = useQueueKeys(place, ENTRIES, { setAside: () => undefined });
  return (
    <div onKeyDown={onKeyDown}>
      <textarea />
      <select />
    </div>
  );
}

beforeEach(() => act(async () => void render(<Probe />, root)));
afterEach(() => render(null, root));

/** Presses Alt+↓ there; answers whether the browser's own way with it is left to it. */
async function pressDown(where: string): Promise<boolean> {
  let isLeft = false;
  const event = new KeyboardEvent('keydown', {
    ...{ key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true },
  });
  await act(async () => {
    isLeft = root.querySelector(where)?.dispatchEvent(event) ?? false;
  });
  return isLeft;
}

it('Alt+↓ moves on from the text, and opens the choice of an account', async () => {
  expect([await pressDown('textarea'), place.index]).toEqual([false, 1]);
  expect([await pressDown('select'), place.index]).toEqual([true, 1]);
});
