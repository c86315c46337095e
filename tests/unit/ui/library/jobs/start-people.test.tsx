// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NewJob } from '../../../../../src/ui/library/jobs/start/new-job';
import { PeopleCsv } from '../../../../../src/ui/library/jobs/people-csv';
import { createJob } from '../../jobs/job-samples';
import { createFakePorts } from '../../support/fake-ports';
import { createFamily } from '../../support/provider-samples';
import { renderUi, type Rendered } from '../../support/render-ui';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

const ID = '5e1a2b3c4d5e6f7a8b9c0d1e';
const OTHER = '6e1a2b3c4d5e6f7a8b9c0d1e';
const ESTIMATE = {
  provider: 'tikhub-app-v2',
  calls: 2,
  cost: { USD: 0.02 },
  isCached: false,
  fitsBudget: true,
  isGuess: false,
};

async function open() {
  const fake = createFakePorts({
    answers: {
      'job.estimate': () => ESTIMATE,
      'job.start': () => createJob({ jobId: 'job-7', kind: 'enrich-authors' }),
      'provider.list': () => [createFamily('tikhub', { state: 'ready' })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
    },
  });
  const started: string[] = [];
  const page = await renderUi(<NewJob onStarted={(jobId) => started.push(jobId)} />, fake.ports);
  shown = page;
  await page.click('radio', 'List of people');
  /** Until the price of what was asked last is there. */
  const price = () =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    }).then(() => page.settle());
  const inputOf = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.input;
  return { ...fake, page, started, price, inputOf };
}

async function paste(text: string) {
  await act(async () => {
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field for the list');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function chooseFile(page: Rendered, text: string, name = 'creators.csv') {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) throw new Error('no field for the file');
  Object.defineProperty(field, 'files', { value: [new File([text], name)], configurable: true });
  await act(async () => {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  // The reader of tables is loaded now.
  await vi.dynamicImportSettled();
  await page.settle();
}

describe('a job for a list of people', () => {
  it('begins with what was pasted, after its price was shown and rows that name nobody were named', async () => {
    const { page, price, started, inputOf } = await open();
    await paste(`${ID}\nnobody\n${OTHER}`);
    await price();
    expect(page.text()).toContain('2 people in 3 rows');
    expect(page.text()).toContain('1 row names nobody');
    expect(page.text()).toContain('Row 2: nobody');
    expect(page.text()).toContain('2 people · 2 calls · about $0.02 · TikHub App V2 is asked first');
    expect(inputOf('job.start')).toBeUndefined();
    await page.click('button', 'Start enriching');
    expect(inputOf('job.start')).toEqual({
      kind: 'enrich-authors',
      input: {
        columns: ['Column 1'],
        rows: [
          { cells: [ID], userId: ID },
          { cells: ['nobody'], text: 'nobody' },
          { cells: [OTHER], userId: OTHER },
        ],
      },
      title: '2 people',
      agreed: true,
    });
    expect(started).toEqual(['job-7']);
  });

  it('takes a CSV with its own columns, of which another one may name the people', async () => {
    const { page, price, inputOf } = await open();
    await chooseFile(page, `name,first,second\nA,${ID},x\nB,${OTHER},${ID}\n`);
    await price();
    expect(page.text()).toContain('creators.csv');
    expect(page.text()).toContain('2 people in 2 rows');
    expect([...document.querySelectorAll('th')].map((cell) => cell.textContent)).toEqual([
      'name',
      'first',
      'second',
    ]);
    await page.choose('Column that says who it is', '2');
    await price();
    expect(page.text()).toContain('1 person in 2 rows');
    await page.click('button', 'Start enriching');
    expect(inputOf('job.start')).toMatchObject({
      title: 'creators.csv',
      input: {
        columns: ['name', 'first', 'second'],
        rows: [
          { cells: ['A', ID, 'x'], text: 'x' },
          { cells: ['B', OTHER, ID], userId: ID },
        ],
      },
    });
  });

  it('takes a file that is dropped, and says when one cannot be read', async () => {
    const { page, price } = await open();
    const drop = async (file: unknown) => {
      const event = new Event('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: { files: [file] } });
      await act(async () => {
        document.querySelector('.file-drop')?.dispatchEvent(event);
      });
      await vi.dynamicImportSettled();
      await page.settle();
      return event.defaultPrevented;
    };
    await drop({ name: 'large.csv', size: 30_000_000 });
    expect(page.text()).toContain('This file cannot be read.');
    // The browser would open it in this tab otherwise.
    expect(await drop(new File([`who\n${ID}\n`], 'dropped.csv'))).toBe(true);
    await price();
    expect(page.text()).not.toContain('This file cannot be read.');
    expect(page.text()).toContain('dropped.csv');
    expect(page.text()).toContain('1 person in 1 row');
  });

  it('counts the first row, too, where it holds no names', async () => {
    const { page, price } = await open();
    await chooseFile(page, `A,${ID}\nB,${OTHER}\n`);
    await price();
    expect(page.text()).toContain('2 people in 2 rows');
    expect(page.text()).toContain('Column 2');
  });

  it('offers nothing where nobody is named', async () => {
    const { page, price } = await open();
    await paste('nobody\nneither');
    await price();
    expect(page.text()).toContain('2 rows name nobody');
    expect(page.has('button', 'Start enriching')).toBe(false);
  });

  it('has a limit of its own, which its price is held against', async () => {
    const { page, price, inputOf } = await open();
    await paste(ID);
    await price();
    await page.type('Limit of this job (USD)', '0.5');
    await act(async () => {
      page
        .get('textbox', 'Limit of this job (USD)')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await price();
    expect(inputOf('job.estimate')).toMatchObject({ budget: { USD: 0.5 } });
    await page.click('button', 'Start enriching');
    expect(inputOf('job.start')).toMatchObject({ budget: { USD: 0.5 } });
  });
});

describe('the list with its profiles', () => {
  it('is saved as the background writes it', async () => {
    const fake = createFakePorts({ answers: { 'job.people-csv': () => ({ text: 'a,b\r\n', rows: 0 }) } });
    const job = createJob({ kind: 'enrich-authors' });
    shown = await renderUi(<PeopleCsv job={job} />, fake.ports);
    await shown.click('button', 'Save the list with profiles (CSV)');
    expect(fake.calls).toEqual([{ name: 'job.people-csv', input: { jobId: 'job-1', language: 'en' } }]);
    expect(fake.saved).toEqual([
      {
        fileName: expect.stringMatching(/^people-\d{8}-\d{6}\.csv$/),
        mimeType: 'text/csv;charset=utf-8',
        text: 'a,b\r\n',
      },
    ]);
  });

  it('is offered for lists of people alone', async () => {
    shown = await renderUi(<PeopleCsv job={createJob()} />);
    expect(shown.has('button', 'Save the list with profiles (CSV)')).toBe(false);
  });
});
