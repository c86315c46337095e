// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { UnansweredEntry } from '../../../../../../src/insights/unanswered/find-unanswered';
import { useQueuePlace } from '../../../../../../src/ui/sidepanel/replies/state/use-queue-keys';
import type { QueuePlace } from '../../../../../../src/ui/sidepanel/replies/state/use-queue-keys';

const entryOf = (commentId: string) => ({ noteId: 'n', commentId }) as unknown as UnansweredEntry;
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(entryOf) as [
  UnansweredEntry,
  UnansweredEntry,
  UnansweredEntry,
  UnansweredEntry,
];

const root = document.createElement('div');
afterEach(() => render(null, root));

let place: QueuePlace;
function Probe({ entries }: { readonly entries: readonly UnansweredEntry[] }) {
  place = useQueuePlace(entries);
  return null;
}
const show = (entries: readonly UnansweredEntry[]) =>
  act(async () => void render(<Probe entries={entries} />, root));
const atHand = () => place.current.value?.slice(-1);

describe('the place in the queue', () => {
  it('is at the next one when an entry is left that is there still', async () => {
    await show([a, b, c]);
    await act(async () => place.leave(a));
    await show([b, c]);
    expect(atHand()).toBe('b');
  });

  it('skips nobody where the entry has gone before its answer came', async () => {
    await show([a, b, c, d]);
    const leaveA = place.leave;
    await show([b, c, d]);
    expect(atHand()).toBe('b');
    await act(async () => leaveA(a));
    await act(async () => place.leave(a));
    expect(atHand()).toBe('b');
  });

  it('stays with whoever is further on when an answer comes late', async () => {
    await show([a, b, c, d]);
    const leaveA = place.leave;
    await show([b, c, d]);
    await act(async () => place.leave(b));
    await act(async () => leaveA(a));
    await show([c, d]);
    expect(atHand()).toBe('c');
  });
});
