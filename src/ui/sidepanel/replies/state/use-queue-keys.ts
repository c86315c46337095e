import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { UnansweredEntry } from '../../../../insights/unanswered/find-unanswered';
import { toReplyKey } from '../../../../model/replies/reply-plan';
import type { Aside } from '../../../../model/replies/reply-plan';
import { toSnooze } from './snooze-times';

/** Where the user is in the queue. */
export interface QueuePlace {
  /** The entry at hand, by `toReplyKey`. */
  readonly current: Signal<string | undefined>;
  /** The box of the entry at hand is open. */
  readonly isWriting: Signal<boolean>;
  /** The entry at hand takes the focus as soon as it is drawn. */
  readonly wantsFocus: Signal<boolean>;
  readonly index: number;
  move(step: number): void;
  /** Leaves an entry that is about to go from the list: the next one is at hand, at once, unless another one is by now. */
  leave(entry: UnansweredEntry): void;
}

/** The place in a list that shrinks behind whoever works through it: what comes after what has gone is at hand. */
export function useQueuePlace(entries: readonly UnansweredEntry[]): QueuePlace {
  const current = useSignal<string | undefined>(undefined);
  const isWriting = useSignal(false);
  const wantsFocus = useSignal(false);
  const last = useRef(0);
  const found = entries.findIndex((entry) => toReplyKey(entry) === current.value);
  const index = found >= 0 ? found : Math.min(last.current, entries.length - 1);
  last.current = Math.max(0, index);
  const at = entries[index];
  const key = at && toReplyKey(at);
  useEffect(() => {
    if (current.value === key) return;
    current.value = key;
  }, [key]);
  const move = (step: number) => {
    const next = entries[Math.min(Math.max(index + step, 0), entries.length - 1)];
    if (!next) return;
    current.value = toReplyKey(next);
    wantsFocus.value = true;
  };
  return {
    current,
    isWriting,
    wantsFocus,
    index,
    move,
    leave: (entry) => {
      // The list may have changed before the answer came, and whoever is quick is further on.
      if (current.value !== toReplyKey(entry)) return;
      if (index < entries.length - 1) move(1);
      else move(-1);
    },
  };
}

export interface QueueDeeds {
  setAside(entry: UnansweredEntry, aside: Aside | undefined): void;
}

/** Single keys of the list, and those that work in the box too. */
export function useQueueKeys(
  place: QueuePlace,
  entries: readonly UnansweredEntry[],
  deeds: QueueDeeds,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event;
    if (event.isComposing || !(target instanceof HTMLElement)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isInBox = target.closest('textarea, input, select, [role="menu"], .emoji-picker') !== null;
    // Alt+↓ opens a select.
    const isOnSelect = target.closest('select') !== null;
    if (step !== undefined && !isOnSelect && (event.altKey || !isInBox)) {
      event.preventDefault();
      place.move(step);
      return;
    }
    if (isInBox || event.ctrlKey || event.metaKey || event.altKey) return;
    const entry = entries[place.index];
    const deed = entry && toDeed(event, entry, place, deeds);
    if (!deed) return;
    event.preventDefault();
    deed();
  };
}

function toDeed(
  { key, target }: KeyboardEvent,
  entry: UnansweredEntry,
  place: QueuePlace,
  deeds: QueueDeeds,
): (() => void) | undefined {
  const aside = (next: Aside) => () => {
    place.leave(entry);
    deeds.setAside(entry, next);
  };
  const write = () => (place.isWriting.value = true);
  const isOnButton = target instanceof HTMLElement && target.closest('button, a') !== null;
  switch (key.toLowerCase()) {
    case 'j':
      return () => place.move(1);
    case 'k':
      return () => place.move(-1);
    case 'enter':
      return isOnButton ? undefined : write;
    case 'r':
      return write;
    case 's':
      return aside({ is: 'skipped' });
    case 'z':
      return aside({ is: 'snoozed', until: toSnooze('tomorrow', Date.now()) });
    case 'd':
      return aside({ is: 'done' });
    default:
      return undefined;
  }
}
