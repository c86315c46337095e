/** A person who is forgotten while a job does not know yet that it will come upon them behind a link. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { planPeople } from '../../../src/jobs/people/listed-person';
import type { Job } from '../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { noteIdOf, noteSeries } from '../../support/providers/note-world';
import { waitFor } from '../../support/wait-for';

const [PERSON, OTHER] = [noteIdOf(7), noteIdOf(8)];
const LINK = 'https://xhslink.com/a/short';

let background: BackgroundUnderTest;
const asked: string[] = [];

function answer(url: URL): FakeAnswer {
  asked.push(`${url.pathname} ${url.searchParams.get('userId') ?? ''}`.trim());
  const userId = url.searchParams.get('userId') ?? PERSON;
  if (url.pathname.endsWith('/link')) return { payload: { userId: PERSON } };
  const id = { kind: 'site', value: userId };
  return { payload: { id, fields: { nickname: `name of ${userId}` }, counts: {} } };
}

async function start(takesLinks: boolean): Promise<void> {
  background = await startBackgroundUnderTest({
    providers: { series: [noteSeries('tikhub-app-v2', { takesLinks })], answer },
  });
  await background.call('credential.save', { family: 'tikhub', key: 'tikhub-SECRET-9876', region: 'world' });
}

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
});

/** A paused job with rows that nobody has been asked for yet. */
async function pauseJob(): Promise<void> {
  const rows = [
    { cells: ['by link'], text: LINK },
    { cells: ['other'], userId: OTHER },
  ];
  const input = { columns: ['name'], rows };
  const items = planPeople(input);
  const job: Job = {
    ...{ jobId: 'j1', kind: 'enrich-authors', input, state: 'paused', agreed: true, priority: 'user' },
    ...{ progress: { ...NO_PROGRESS, itemsKnown: items.length }, createdAt: NOW, updatedAt: NOW },
  };
  await background.connection.write(async (transaction) => {
    await transaction.objectStore('jobs').put(job);
    for (const [order, { itemId, work, label = '' }] of items.entries()) {
      const kept = { jobId: 'j1', itemId, order, state: 'open', work, label, attempt: 0, rows: 0 } as const;
      await transaction.objectStore('jobItems').put(kept);
    }
  });
}

async function goOn(): Promise<Job> {
  await background.call('job.resume', { jobId: 'j1' });
  const findEnded = async () => {
    const job = await (await background.connection.open()).get('jobs', 'j1');
    return job?.state === 'done' || job?.state === 'partial' ? job : undefined;
  };
  return waitFor(findEnded, { what: 'the job to end' });
}

const findTraces = async () =>
  Object.entries(await background.readAll())
    .filter(([store, rows]) => store !== 'responses' && JSON.stringify(rows).includes(PERSON))
    .map(([store]) => store);

it.each([
  ['is looked up', false, 'link'],
  ['is read at once', true, 'profile'],
] as const)('is passed over behind a link that %s', async (_how, takesLinks, call) => {
  await start(takesLinks);
  await pauseJob();
  await background.call('person.forget', { authorKey: `site:${PERSON}` });
  const job = await goOn();
  expect(asked.filter((one) => !one.includes(OTHER))).toEqual([expect.stringContaining(call)]);
  expect(await findTraces()).toEqual([]);
  expect((await background.readAll())['authors']).toMatchObject([{ id: { value: OTHER } }]);
  expect(job).toMatchObject({
    state: 'done',
    input: { rows: [{ userId: OTHER }] },
    progress: { rows: 1, itemsFailed: 0 },
  });
  expect(job.progress.itemsDone).toBe(job.progress.itemsKnown);
});

it('is read where somebody asks for them later: only what had begun before passes them over', async () => {
  await start(false);
  await background.call('person.forget', { authorKey: `site:${PERSON}` });
  await pauseJob();
  await goOn();
  expect((await background.readAll())['authors']).toHaveLength(2);
});
