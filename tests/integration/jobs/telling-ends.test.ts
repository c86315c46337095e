/** What the toolbar button and the browser's messages say when a job is over: where it belongs, and once. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Badge } from '../../../src/platform/surfaces/action-badge';
import type { Services } from '../../../src/background/services';
import type { JobOrder } from '../../../src/jobs/engine/engine';
import type { JobKindName } from '../../../src/model/jobs/job-kind.catalog';
import { createTest, listed } from '../../support/jobs/collecting-notes';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { createFakeFiles } from '../../support/jobs/fake-files';
import { noteIdOf } from '../../support/providers/note-world';

const NOTE = noteIdOf(1);
/** In front in the first tab is the note, in the second another one, in the third none. */
const TABS = [
  { tabId: 1, note: { noteId: NOTE } },
  { tabId: 2, note: { noteId: noteIdOf(2) } },
  { tabId: 3 },
];

const ORDERS = {
  'a list of notes': {
    kind: 'collect-notes',
    input: listed([{ noteId: NOTE }], { comments: true }),
    agreed: true,
  },
  'people that are not there': {
    kind: 'enrich-authors',
    input: { columns: ['name'], rows: [{ cells: ['a'], userId: noteIdOf(9) }] },
    agreed: true,
  },
  files: {
    kind: 'export',
    input: {
      request: {
        noteId: NOTE,
        noteIds: [NOTE, noteIdOf(2)],
        oneFileEach: true,
        format: 'csv',
        preset: 'excel',
        withNoteColumns: false,
        timeZone: 'UTC',
        language: 'en',
      },
    },
    agreed: true,
  },
} satisfies Record<string, JobOrder>;
const OF_ONE_NOTE: JobOrder = {
  kind: 'collect-comments',
  input: { noteId: NOTE },
  noteId: NOTE,
  agreed: true,
};

function startTelling() {
  const gateway = createTest({});
  const badges = new Map<number, Badge>();
  const others = {
    tracker: { list: () => Promise.resolve(TABS) },
    showBadge: (tabId: number, badge: Badge) => {
      badges.set(tabId, badge);
      return Promise.resolve();
    },
    exports: createFakeFiles().exports,
    // A file is written of what the note's page says at that moment.
    askPage: () => Promise.resolve(),
    injectContent: () => Promise.resolve(),
  } as unknown as Partial<Services>;
  const test = createEngineUnderTest(gateway.gateway, gateway.clock, undefined, others);
  test.settings = { ...test.settings, notifyJobs: true };
  const badgeOf = (tabId: number) => badges.get(tabId)?.text;
  return { test, badges, badgeOf };
}

/** What is told is told beside everything; a busy machine takes its time. */
const PATIENCE = { timeout: 10_000 };

describe('the end of a job', () => {
  it.each([
    ['a list of notes', '✓', 'Collect notes · Done'],
    ['people that are not there', '!', 'Enrich people · Failed'],
    ['files', '✓', 'Export · Done'],
  ] as const)('of no single note (%s) shows in every tab of the site', async (name, text, title) => {
    const { test, badges } = startTelling();
    await test.engine.start<JobKindName>(ORDERS[name]);
    await test.runOut();
    await expect
      .poll(() => [...badges.values()].map((badge) => badge.text), PATIENCE)
      .toEqual([text, text, text]);
    expect(badges.get(3)?.title).toBe(title);
    expect(test.aside).toEqual([]);
  });

  it('of one note shows in the tabs in which that is in front', async () => {
    const { test, badges, badgeOf } = startTelling();
    await test.engine.start(OF_ONE_NOTE);
    await test.runOut();
    await expect.poll(() => badgeOf(1), PATIENCE).toBe('✓');
    expect([...badges.keys()]).toEqual([1]);
  });

  it('is told once: nothing that is done with the job later tells it again', async () => {
    const { test, badges } = startTelling();
    const { jobId } = await test.engine.start(OF_ONE_NOTE);
    await test.runOut();
    await expect.poll(() => test.notices, PATIENCE).toHaveLength(1);
    await expect.poll(() => badges.get(1)?.text, PATIENCE).toBe('✓');
    await test.engine.pause(jobId);
    await test.engine.cancel(jobId);
    await test.engine.conclude(jobId);
    badges.clear();
    await test.engine.setBudget(jobId, { USD: 1 });
    // What is stored of the note; how the job ended, if it were shown, would be shown right after.
    await expect.poll(() => badges.has(1), PATIENCE).toBe(true);
    await test.findJob(jobId);
    expect(badges.get(1)?.text).toBe('2');
    expect(test.notices).toHaveLength(1);
  });

  it('is told again when the job was taken up again and is over again', async () => {
    const { test } = startTelling();
    const { jobId } = await test.engine.start<JobKindName>(ORDERS['people that are not there']);
    await test.runOut();
    await expect.poll(() => test.notices, PATIENCE).toHaveLength(1);
    await test.engine.retry(jobId);
    await test.runOut();
    await expect.poll(() => test.notices, PATIENCE).toHaveLength(2);
  });
});
