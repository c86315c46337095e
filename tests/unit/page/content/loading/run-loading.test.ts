// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadingReport } from '../../../../../src/messaging/content-to-background/types';
import { createLoadingRunner } from '../../../../../src/page/content/loading/run-loading';
import { pageSigns } from '../../../../../src/page/content/looking/page-signs';
import type { SendReport } from '../../../../../src/page/content/send-report';
import { drawBody } from '../../draw-body';

const NOTE_ID = '68002bf700000005e16b95fd';
const ORDER = { loadId: 'l1', noteId: NOTE_ID, minPauseMs: 1_500, maxPauseMs: 1_500, maxSteps: 50 };

let reports: LoadingReport[];
let scrolledAt: number[];

function createRunner() {
  const send: SendReport = (name, input) => {
    if (name === 'loading.report') reports.push(input as LoadingReport);
    return Promise.resolve(undefined);
  };
  return createLoadingRunner({ send }, pageSigns);
}

const short = ({ loadId, running, steps, stoppedBy }: LoadingReport) => [loadId, running, steps, stoppedBy];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  reports = [];
  scrolledAt = [];
  window.location.href = `https://www.xiaohongshu.com/explore/${NOTE_ID}`;
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([
    new DOMRect(0, 0, 1, 1),
  ] as unknown as DOMRectList);
  drawBody(`<div id="noteContainer"><div class="note-scroller"><div class="comments-el">
    <div class="comments-container"><div class="list-container"></div></div></div></div></div>`);
  // Every scroll brings one comment more, without end.
  const list = document.querySelector('.list-container') as HTMLElement;
  Object.defineProperty(document.querySelector('.note-scroller'), 'scrollTop', {
    get: () => 0,
    set: () => {
      scrolledAt.push(Date.now());
      const id = `comment-${String(scrolledAt.length).padStart(24, '0')}`;
      list.append(Object.assign(document.createElement('div'), { className: 'comment-item', id }));
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  drawBody('');
});

describe('running "Load comments for me" in a page', () => {
  it('reports what is there, then every step, under the name of the loading', async () => {
    const runner = createRunner();
    runner.start(ORDER);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reports.map(short)).toEqual([
      ['l1', true, 0, undefined],
      ['l1', true, 1, undefined],
      ['l1', true, 2, undefined],
    ]);
    runner.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(short(reports.at(-1) as LoadingReport)).toEqual(['l1', false, 2, 'user']);
    expect(scrolledAt).toHaveLength(2);
  });

  it('keeps its pace when it is begun again at once', async () => {
    const runner = createRunner();
    runner.start(ORDER);
    await vi.advanceTimersByTimeAsync(10);
    runner.stop();
    runner.start({ ...ORDER, loadId: 'l2' });
    await vi.advanceTimersByTimeAsync(1_400);
    expect(scrolledAt).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    const [first = 0, second = 0] = scrolledAt;
    expect(second - first).toBeGreaterThanOrEqual(1_500);
    expect(reports.filter(({ loadId }) => loadId === 'l1').at(-1)).toMatchObject({ stoppedBy: 'user' });
    expect(reports.at(-1)).toMatchObject({ loadId: 'l2', running: true, steps: 1 });
  });

  it('says once that the page is left, and does nothing more', async () => {
    const runner = createRunner();
    runner.start(ORDER);
    await vi.advanceTimersByTimeAsync(10);
    runner.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reports.filter(({ running }) => !running).map(short)).toEqual([['l1', false, 1, 'note-left']]);
    expect(scrolledAt).toHaveLength(1);
  });

  it('says that the site stopped it where the site sends the page away for it', async () => {
    const runner = createRunner();
    runner.start(ORDER);
    await vi.advanceTimersByTimeAsync(10);
    runner.notice({ status: 461, body: '' });
    runner.leave();
    expect(reports.at(-1)).toMatchObject({ running: false, stoppedBy: 'stop-sign', sign: 'anti-spam' });
  });

  it('tells once more where it stands, and of one it does not know that it is not under way', async () => {
    const runner = createRunner();
    runner.tell({ loadId: 'l0', noteId: NOTE_ID });
    expect(reports.map(short)).toEqual([['l0', false, 0, 'note-left']]);
    runner.start(ORDER);
    await vi.advanceTimersByTimeAsync(10);
    const said = reports.at(-1) as LoadingReport;
    runner.tell(ORDER);
    expect(short(reports.at(-1) as LoadingReport)).toEqual(short(said));
    expect(reports).toHaveLength(4);
  });
});
