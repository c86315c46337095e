/** A note that is forgotten while a job does not know yet that it will come upon it. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Job } from '../../../src/model/jobs/job';
import type { JobItem } from '../../../src/model/jobs/job-item';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { answerTwoComments, fullNote, noteIdOf, noteSeries } from '../../support/providers/note-world';
import { waitFor } from '../../support/wait-for';

const [NOTE, OTHER] = [noteIdOf(7), noteIdOf(8)];
const LINK = 'https://xhslink.com/a/short';

let background: BackgroundUnderTest;
const asked: string[] = [];

function answer(url: URL): FakeAnswer {
  asked.push(`${url.pathname} ${url.searchParams.get('noteId') ?? ''}`.trim());
  const noteId = url.searchParams.get('noteId') ?? NOTE;
  if (url.pathname.endsWith('/link')) return { payload: { noteId: NOTE } };
  if (url.pathname.endsWith('/author-notes'))
    return { payload: { notes: [fullNote(NOTE), fullNote(OTHER)] } };
  if (url.pathname.endsWith('/comments')) {
    url.searchParams.set('noteId', noteId);
    return answerTwoComments(url);
  }
  return { payload: { note: fullNote(noteId) } };
}

const start = async (takesLinks: boolean) => {
  background = await startBackgroundUnderTest({
    providers: { series: [noteSeries('tikhub-app-v2', { takesLinks })], answer },
  });
  await background.call('credential.save', { family: 'tikhub', key: 'tikhub-SECRET-9876', region: 'world' });
};

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
});

interface Wanted {
  readonly details: boolean;
  readonly comments: boolean;
}

const FIRST_PAGE = { type: 'list', without: [], cursors: [], pages: 0, patience: 0, found: [] };

/** A paused job with a line that nobody has followed yet, or a list of which nothing was read. */
async function pauseJob(kind: 'link' | 'list', wanted: Wanted): Promise<void> {
  const listed = { kind: 'listed', notes: [{ text: LINK }, { noteId: OTHER }] };
  const from = kind === 'link' ? listed : { kind: 'author', userId: noteIdOf(99) };
  const item = { jobId: 'j1', order: 0, state: 'open', attempt: 0, rows: 0 } as const;
  const link = { itemId: 'link/0', label: LINK, work: { type: 'link', text: LINK, ...wanted } };
  const other = { type: 'listed-note', noteId: OTHER, ...wanted, isCounted: false, told: [] };
  const items: JobItem[] =
    kind === 'list'
      ? [{ ...item, itemId: 'list', work: FIRST_PAGE }]
      : [
          { ...item, ...link },
          { ...item, itemId: `${OTHER}/note`, noteId: OTHER, order: 1, work: other },
        ];
  const job: Job = {
    ...{ jobId: 'j1', kind: 'collect-notes', input: { from, most: 9, ...wanted }, state: 'paused' },
    ...{ progress: { ...NO_PROGRESS, itemsKnown: items.length }, agreed: true, priority: 'user' },
    ...{ createdAt: NOW, updatedAt: NOW },
  };
  await background.connection.write(async (transaction) => {
    await transaction.objectStore('jobs').put(job);
    for (const one of items) await transaction.objectStore('jobItems').put(one);
  });
}

async function goOn(): Promise<Job> {
  await background.call('job.resume', { jobId: 'j1' });
  return waitFor(
    async () => {
      const job = await (await background.connection.open()).get('jobs', 'j1');
      return job && job.state !== 'paused' && job.endedAt !== undefined ? job : undefined;
    },
    { what: 'the job to end' },
  );
}

/** Stores in which the note stands in any way. */
const findTraces = async () =>
  Object.entries(await background.readAll())
    .filter(([store, rows]) => store !== 'responses' && JSON.stringify(rows).includes(NOTE))
    .map(([store]) => store);

describe('a note that is forgotten before a job comes upon it', () => {
  it.each([
    ['a link that is looked up', false, { details: true, comments: true }, ['link']],
    ['a link that is read at once', true, { details: true, comments: true }, ['detail']],
    ['a link whose comments are read at once', true, { details: false, comments: true }, ['comments']],
  ] as const)('is passed over behind %s', async (_how, takesLinks, wanted, calls) => {
    await start(takesLinks);
    await pauseJob('link', wanted);
    await background.call('note.forget', { noteId: NOTE });
    const job = await goOn();
    // The other one is read as if nothing had been.
    const ofOther = asked.filter((call) => call.includes(OTHER));
    expect(ofOther).toHaveLength(Number(wanted.details) + Number(wanted.comments));
    expect(asked.filter((call) => !ofOther.includes(call))).toEqual(
      calls.map((call) => `/tikhub-app-v2/${call}`),
    );
    expect(await findTraces()).toEqual([]);
    expect(job).toMatchObject({
      state: 'done',
      input: { from: { notes: [{ noteId: OTHER }] } },
      progress: { rows: ofOther.length + Number(wanted.comments), duplicates: 0, itemsFailed: 0 },
    });
    expect(job.progress.itemsDone).toBe(job.progress.itemsKnown);
    expect(job.progress.billedCalls).toBe(asked.length);
  });

  it('is passed over in a list that was not read yet', async () => {
    await start(true);
    await pauseJob('list', { details: true, comments: true });
    await background.call('note.forget', { noteId: NOTE });
    const job = await goOn();
    expect(asked.filter((call) => call.includes(NOTE))).toEqual([]);
    // Its bare id, among those that the list has named, until the job goes.
    expect(await findTraces()).toEqual(['jobItems']);
    expect(job).toMatchObject({ state: 'done' });
    expect((await background.readAll())['notes']).toMatchObject([{ noteId: OTHER }]);
  });

  it('is read where somebody asks for it later: only what had begun before passes it over', async () => {
    await start(true);
    await background.call('note.forget', { noteId: NOTE });
    await pauseJob('link', { details: true, comments: false });
    expect(await goOn()).toMatchObject({ state: 'done', progress: { rows: 2 } });
    expect((await background.readAll())['notes']).toMatchObject([{ noteId: NOTE }, { noteId: OTHER }]);
  });
});
