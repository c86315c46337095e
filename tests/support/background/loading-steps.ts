import { expect } from 'vitest';
import type { Job } from '../../../src/model/jobs/job';
import { NOW, TAB } from './background-under-test';
import type { BackgroundUnderTest } from './background-under-test';
import { NOTE_ID } from './invented-note';

/** "Load comments for me" as the panel starts it and a page reports it; `get` answers the background of now. */
export function createLoadingSteps(get: () => BackgroundUnderTest) {
  const start = (noteId = NOTE_ID) => get().call('loading.start', { tabId: TAB.id, noteId });
  const startsAsked = () => get().asked.filter(({ name }) => name === 'loading.start');
  const loadId = () => (startsAsked().at(-1)?.input as { loadId: string }).loadId;
  const readStore = async <Row>(name: string) => ((await get().readAll())[name] ?? []) as Row[];
  const readJob = async () => (await readStore<Job>('jobs'))[0];
  return {
    start,
    startsAsked,
    stopsAsked: () => get().asked.filter(({ name }) => name === 'loading.stop'),
    loadId,
    readStore,
    readJob,
    reportStep: (changes: Record<string, unknown> = {}) =>
      get().report('loading.report', {
        loadId: loadId(),
        noteId: NOTE_ID,
        running: true,
        steps: 1,
        shown: 12,
        expanded: 0,
        at: NOW,
        ...changes,
      }),
    untilJob: (changes: object) => expect.poll(readJob).toMatchObject(changes),
    steer: async (call: 'pause' | 'resume' | 'cancel' | 'conclude' | 'retry' | 'remove') =>
      get().call(`job.${call}`, { jobId: (await readJob())?.jobId }),
    /** Started from the panel, and the page has begun. */
    begin: async () => {
      await get().reportPage();
      await start();
      await expect.poll(startsAsked).toHaveLength(1);
    },
  };
}
