import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { UnansweredEntry } from '../../../../insights/unanswered/find-unanswered';
import { createRefresher } from '../../../stores/create-refresher';
import type { QueueWorld } from './create-queue-store';
import { lookThrough } from './look-through';
import { sortOut } from './sort-out';

/** Comments come in by the dozen while a page is scrolled: they are counted once none has come for so long, ms. */
const REST_MS = 1_500;

const NONE: ReadonlySet<string> = new Set();

/**
 * How many comments wait for an answer, under the note that is shown, else under the user's own: what the queue would list.
 * `undefined` until they were counted. Counting waits until the panel stands and the page is at rest.
 */
export function createWaitingCount(
  { ports, finder, replies, noteId }: QueueWorld,
  until: AbortSignal,
): ReadonlySignal<number | undefined> {
  const found = signal<readonly UnansweredEntry[] | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = createRefresher(async (isStale) => {
    const id = noteId.peek();
    const scope = id === undefined ? 'mine' : 'note';
    const looked = await lookThrough(ports, finder, { scope, sort: 'likes', noteId: id });
    if (!isStale() && !until.aborted && noteId.peek() === id) found.value = looked.found.entries;
  });
  const readSoon = () => {
    clearTimeout(timer);
    // What could not be counted now is counted with the next change.
    timer = setTimeout(() => void read().catch(() => undefined), REST_MS);
  };
  const isShown = (changed: string | undefined) =>
    changed === undefined || noteId.peek() === undefined || changed === noteId.peek();
  ports.onEvent('comments.changed', (event) => isShown(event.noteId) && readSoon(), until);
  ports.onEvent('stored.removed', (event) => isShown(event.noteId) && readSoon(), until);
  const stop = effect(() => {
    void noteId.value;
    found.value = undefined;
    readSoon();
  });
  until.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
    finder.close();
  });
  return computed(() => {
    if (!found.value) return undefined;
    const { plans, attempts } = replies;
    const terms = { plans: plans.value, attempts: attempts.value, noteIds: NONE, now: Date.now() };
    return sortOut(found.value, terms).open.length;
  });
}
