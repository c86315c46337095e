// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { toExactCount } from '../../../../../src/model/values/count';
import { toChartLine } from '../../../../../src/ui/library/jobs/detail/watch/to-chart-line';
import { WatchFigures } from '../../../../../src/ui/library/jobs/detail/watch/watch-figures';
import { readCsv } from '../../../../support/read-csv';
import { createJob, JOB_AT } from '../../jobs/job-samples';
import { createFakePorts } from '../../support/fake-ports';
import { renderUi, type Rendered } from '../../support/render-ui';
import { NOTE_ID } from '../../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const HOUR_MS = 3_600_000;
const seen = (hours: number, likes: number) => ({
  noteId: NOTE_ID,
  at: JOB_AT + hours * HOUR_MS,
  source: 'tikhub-app-v2',
  counts: { likes: toExactCount(likes), comments: toExactCount(3) },
});
const watch = createJob({ kind: 'watch-note', endedAt: JOB_AT + 10 * HOUR_MS, state: 'done' });

async function open(snapshots: ReturnType<typeof seen>[]) {
  const fake = createFakePorts({ readers: { findSnapshots: async () => snapshots } });
  shown = await renderUi(<WatchFigures job={watch} />, fake.ports);
  return { ...fake, page: shown };
}

describe('a line of a chart', () => {
  it('goes from corner to corner, the highest on top', () => {
    const points = [
      { at: 10, value: 5 },
      { at: 15, value: 7 },
      { at: 20, value: 6 },
    ];
    expect(toChartLine(points)).toEqual({ points: '0,40 50,0 100,20', low: 5, high: 7 });
  });

  it('that stands still lies in the middle; one point alone is none', () => {
    expect(
      toChartLine([
        { at: 1, value: 5 },
        { at: 2, value: 5 },
      ])?.points,
    ).toBe('0,20 100,20');
    expect(toChartLine([{ at: 1, value: 5 }])).toBeUndefined();
    expect(toChartLine([])).toBeUndefined();
  });
});

describe('what a watch has seen', () => {
  it('is told as a line, as a table and as a file: of its own time alone', async () => {
    const { page, saved } = await open([seen(-5, 1), seen(0, 10), seen(6, 1_012), seen(11, 2_000)]);
    expect(document.querySelector('.figure-chart svg')?.getAttribute('aria-label')).toBe(
      'Likes: from 10 to 1,012',
    );
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['1,012', '–', '3', '–', 'TikHub App V2'],
      ['10', '–', '3', '–', 'TikHub App V2'],
    ]);
    await page.click('button', 'Export CSV');
    const [file] = saved;
    expect(file?.fileName).toMatch(/^figures-/);
    const table = readCsv(file?.text ?? '');
    expect(table.header).toHaveLength(7);
    expect(table.rows.map((row) => row[table.header[2] ?? ''])).toEqual(['10', '1012']);
  });

  it('is nothing at first, which is said', async () => {
    const { page } = await open([]);
    expect(page.text()).toContain('Nothing was seen yet.');
    expect((page.get('button', 'Export CSV') as HTMLButtonElement).disabled).toBe(true);
  });
});
