// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportMark } from '../../../../../src/model/exports/export-mark';
import type { Job } from '../../../../../src/model/jobs/job';
import { useBatchExport } from '../../../../../src/ui/library/export/use-batch-export';
import { createJob } from '../../jobs/job-samples';
import { AGREED, createFakePorts } from '../../support/fake-ports';
import { renderUi, type Rendered } from '../../support/render-ui';
import { NOTE_ID, createNote } from '../../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

function Screen({ noteIds }: { noteIds: readonly string[] }) {
  const { begin, view } = useBatchExport();
  return (
    <>
      <button type="button" onClick={() => begin(noteIds)}>
        {'begin'}
      </button>
      {view}
    </>
  );
}

async function open(noteIds: readonly string[], marks: readonly ExportMark[] = []) {
  const jobs: Job[] = [];
  const fake = createFakePorts({
    answers: {
      'settings.change': () => AGREED,
      'job.start': () => {
        jobs.push(createJob({ jobId: 'job-5', kind: 'export', state: 'running' }));
        return jobs[0];
      },
    },
    readers: {
      findNote: async () => createNote(),
      countComments: async () => 11,
      findExportMarks: async (ids, format) =>
        marks.filter((mark) => ids.includes(mark.noteId) && mark.format === format),
      listJobs: async () => jobs,
    },
  });
  const page = await renderUi(<Screen noteIds={noteIds} />, fake.ports);
  shown = page;
  await page.click('button', 'begin');
  await vi.dynamicImportSettled();
  await page.settle();
  const request = () =>
    (fake.calls.find(({ name }) => name === 'job.start')?.input as { input: { request: object } }).input
      .request;
  return { ...fake, page, jobs, request };
}

describe('exporting chosen notes', () => {
  it('is one job with everything that was chosen: one file for all', async () => {
    const { page, request, calls } = await open([NOTE_ID, 'n2', 'n3']);
    expect(page.text()).toContain('Export the comments of 3 notes');
    await page.choose('Kind of file', 'jsonl');
    expect(page.text()).toContain('3-notes');
    await page.click('button', 'Export');
    expect(request()).toMatchObject({
      noteId: NOTE_ID,
      noteIds: [NOTE_ID, 'n2', 'n3'],
      oneFileEach: false,
      format: 'jsonl',
      language: 'en',
    });
    expect(request()).not.toHaveProperty('filter');
    expect(request()).not.toHaveProperty('onlyNew');
    expect(calls.filter(({ name }) => name === 'job.start')).toHaveLength(1);
    expect(page.has('dialog', 'Export the comments of 3 notes')).toBe(false);
  });

  it('or a file each, named after its note, anonymised if wanted', async () => {
    const { page, request } = await open([NOTE_ID, 'n2']);
    await page.click('radio', 'A file for each note');
    await page.type('File name', '{title}_{count}');
    expect(page.text()).toContain(`${createNote().title}_11.xlsx`);
    await page.click('button', 'Export');
    expect(request()).toMatchObject({ oneFileEach: true, namePattern: '{title}_{count}' });
  });

  it('of one note names no other, and says when it was exported last', async () => {
    const at = Date.UTC(2026, 2, 4, 12);
    const { page, request } = await open(
      [NOTE_ID],
      [{ noteId: NOTE_ID, format: 'xlsx', exportedAt: at, rows: 3 }],
    );
    expect(page.text()).toContain(
      '1 of 1 were exported whole as Excel (XLSX) before, the last on Mar 4, 2026',
    );
    await page.choose('Kind of file', 'csv');
    expect(page.text()).toContain('None of these notes was exported whole as CSV yet');
    await act(async () => {
      document.querySelectorAll<HTMLInputElement>('input[name=export-rows]')[1]?.click();
    });
    await page.click('button', 'Export');
    expect(request()).toMatchObject({ noteId: NOTE_ID, onlyNew: true });
    expect(request()).not.toHaveProperty('noteIds');
  });

  it('tells how the job goes and how it ended', async () => {
    const { page, jobs, emit } = await open([NOTE_ID, 'n2']);
    await page.click('button', 'Export');
    await act(async () => emit('job.changed', { jobId: 'job-5' }));
    await vi.waitFor(() => expect(page.has('button', 'Pause')).toBe(true));
    const [job] = jobs;
    if (!job) throw new Error('no job was started');
    jobs[0] = { ...job, state: 'partial', progress: { ...job.progress, itemsDone: 1, itemsKnown: 2 } };
    await act(async () => emit('job.changed', { jobId: 'job-5' }));
    await vi.waitFor(() => expect(page.text()).toContain('1 of 2 files exported'));
  });
});
