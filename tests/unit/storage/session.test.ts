import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { LoadingState } from '../../../src/model/page-state';
import { loadingStates } from '../../../src/storage/session';

const state: LoadingState = {
  loadId: 'l',
  tabId: 7,
  noteId: 'n',
  running: true,
  steps: 0,
  shown: 0,
  expanded: 0,
  updatedAt: 1,
};

beforeEach(() => fakeBrowser.reset());

it('no change of a record is lost when several come at once, and none comes back after its removal', async () => {
  const step = () =>
    loadingStates.update(7, (known) => known && { ...known, steps: known.steps + 1, running: false });
  await loadingStates.put(7, state);
  await Promise.all([step(), step(), step()]);
  expect(await loadingStates.find(7)).toEqual({ ...state, steps: 3, running: false });

  await Promise.all([step(), loadingStates.remove(7), step()]);
  expect(await loadingStates.find(7)).toBeUndefined();
});
