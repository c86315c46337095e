import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToastStore } from '../../../../src/ui/stores/toast-store';

describe('toast store', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('commits once when the time is over', () => {
    const toasts = createToastStore();
    const commit = vi.fn();
    toasts.showUndo('gone', commit);
    vi.advanceTimersByTime(5_900);
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(commit).toHaveBeenCalledTimes(1);
    toasts.flush();
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('never commits after undo', () => {
    const toasts = createToastStore();
    const commit = vi.fn();
    const undone = vi.fn();
    toasts.showUndo('gone', commit, undone);
    toasts.undo(toasts.shown.value[0]?.id ?? -1);
    vi.advanceTimersByTime(60_000);
    toasts.flush();
    expect(commit).not.toHaveBeenCalled();
    expect(undone).toHaveBeenCalledTimes(1);
    expect(toasts.shown.value).toEqual([]);
  });

  it('commits what waits when the page goes away, and when it is closed', () => {
    const toasts = createToastStore();
    const first = vi.fn();
    const second = vi.fn();
    toasts.showUndo('one', first);
    toasts.showUndo('two', second);
    toasts.dismiss(toasts.shown.value[0]?.id ?? -1);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
    toasts.flush();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('waits while it is held', () => {
    const toasts = createToastStore();
    toasts.show('hello');
    toasts.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(toasts.shown.value).toHaveLength(1);
    toasts.hold(false);
    vi.advanceTimersByTime(6_100);
    expect(toasts.shown.value).toHaveLength(0);
  });

  it('shows three at most and commits the one that has to go', () => {
    const toasts = createToastStore();
    const commit = vi.fn();
    toasts.showUndo('first', commit);
    for (const text of ['a', 'b', 'c']) toasts.show(text);
    expect(toasts.shown.value.map((toast) => toast.text)).toEqual(['a', 'b', 'c']);
    expect(commit).toHaveBeenCalledTimes(1);
  });
});
