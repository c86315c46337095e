/** Stop signs in the middle of a queue, class by class: what is sent afterwards, and when it goes on. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findNote } from '../steps/find-note';
import { openActingStand } from '../steps/acting-stand';
import type { ActingStand } from '../steps/acting-stand';

let stand: ActingStand;
let turn = 0;
const NO_FAULT = { code: undefined, status: undefined, passes: 0, noteId: undefined };

beforeAll(async () => {
  stand = await openActingStand();
});

beforeEach(async () => {
  turn += 1;
  stand.replica.clearRecords();
  await stand.openNote();
});

afterEach(async () => {
  Object.assign(stand.replica.faults.deeds, { ...NO_FAULT });
  await stand.dismissSign();
});

afterAll(() => stand?.close());

const toTargets = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ action: 'comment', content: `第${turn}次 ${index}` }));
const done = () => stand.replica.deeds.filter(({ code }) => code === 0).map(({ content }) => content);
const contents = (...indexes: number[]) => indexes.map((index) => `第${turn}次 ${index}`);

/** A queue of three, and after its first comment the site refuses with this. */
async function refuseAfterFirst(fault: { code?: number | undefined; status?: number | undefined }) {
  Object.assign(stand.replica.faults.deeds, { ...fault, passes: 1 });
  const jobId = await stand.start(toTargets(3));
  return { jobId, queue: await stand.ended(jobId) };
}

describe('a sign that stops everything', () => {
  test.each([
    [{ status: 461 }, 'risk-control'],
    [{ status: 471 }, 'captcha'],
    [{ status: 406 }, 'risk-control'],
    [{ code: 300011 }, 'risk-control'],
    [{ code: 300012 }, 'risk-control'],
    [{ code: 300013 }, 'rate-limited'],
    [{ code: 300014 }, 'risk-control'],
    [{ code: 300015 }, 'risk-control'],
    [{ code: -104 }, 'risk-control'],
    [{ code: -103 }, 'risk-control'],
    [{ code: 10013 }, 'rate-limited'],
    [{ status: 429 }, 'rate-limited'],
  ])('%j: nothing is sent any more until the user says go on', async (fault, code) => {
    const { jobId, queue } = await refuseAfterFirst(fault);
    expect(queue).toMatchObject({ state: 'paused', error: { code } });
    expect(queue.items.map(({ state }) => state)).toEqual(['done', 'open', 'open']);
    // The site has calmed down, and the user has not looked yet.
    Object.assign(stand.replica.faults.deeds, { code: undefined, status: undefined });
    await stand.openNote();
    const other = await stand.act([{ action: 'like' }]);
    // A page that was sent to a captcha says so, too.
    const error = { code: expect.stringMatching(new RegExp(`^(?:captcha|${code})$`)) as string };
    expect(other).toMatchObject({ state: 'paused', error });
    await stand.demand('job.resume', { jobId });
    expect(await stand.ended(jobId)).toMatchObject({ state: 'paused', error });
    expect(done()).toEqual(contents(0));
    await stand.dismissSign();
    await stand.demand('job.resume', { jobId });
    expect(await stand.ended(jobId)).toMatchObject({ state: 'done' });
    expect(done()).toEqual(contents(0, 1, 2));
    await stand.demand('job.cancel', { jobId: other.jobId });
  });

  test('a captcha that the page shows: nothing is sent any more', async () => {
    // As soon as the first comment is drawn.
    await stand.page.evaluate(
      (first) => {
        const changes = new MutationObserver(() => {
          if (!document.querySelector('.comments-el')?.textContent?.includes(first)) return;
          changes.disconnect();
          const shown = { id: 'red-captcha-1', textContent: '安全验证' };
          document.body.append(Object.assign(document.createElement('div'), shown));
        });
        changes.observe(document.body, { childList: true, subtree: true });
      },
      contents(0)[0] ?? '',
    );
    const jobId = await stand.start(toTargets(3));
    expect(await stand.ended(jobId)).toMatchObject({ state: 'paused', error: { code: 'captcha' } });
    expect(done()).toEqual(contents(0));
  });
});

describe('a login that is gone', () => {
  test.each([-100, -101])('%i: acting stops until the user goes on, reading does not', async (code) => {
    const { jobId, queue } = await refuseAfterFirst({ code });
    expect(queue).toMatchObject({ state: 'paused', error: { code: 'login-wanted' } });
    expect(done()).toEqual(contents(0));
    expect(await stand.demand('page.known', { tabId: await findTabId() })).not.toMatchObject({
      stopSign: { class: 'all' },
    });
    Object.assign(stand.replica.faults.deeds, { code: undefined });
    await stand.openNote();
    await stand.demand('job.resume', { jobId });
    expect(await stand.ended(jobId)).toMatchObject({ state: 'done' });
    expect(done()).toEqual(contents(0, 1, 2));
  });
});

describe('a refusal that speaks of the note', () => {
  test.each([
    [300017, 'token-refused'],
    [300030, 'note-forbidden'],
    [300034, 'note-forbidden'],
    [-510000, 'note-removed'],
    [-510001, 'note-under-review'],
    [-510002, 'note-forbidden'],
  ])('%i: that note is set aside, and the rest goes on', async (code, error) => {
    const { replica } = stand;
    const { noteId } = findNote(replica, 'video');
    const of = { noteId, xsecToken: replica.issueToken(noteId) };
    const isOfNote = (index: number) => index === 1 || index === 2;
    const targets = toTargets(4).map((target, index) => (isOfNote(index) ? { ...target, ...of } : target));
    Object.assign(replica.faults.deeds, { code, noteId });
    const queue = await stand.act(targets);
    expect(queue).toMatchObject({ state: 'partial' });
    expect(queue.items.map(({ state }) => state)).toEqual(['done', 'failed', 'failed', 'done']);
    expect(queue.items.slice(1, 3).map((item) => item.error?.code)).toEqual([error, error]);
    expect(done()).toEqual(contents(0, 3));
    await stand.awaitOneWindow();
  });
});

async function findTabId(): Promise<number> {
  const { extension } = stand.chromium;
  const url = JSON.stringify('*://www.xiaohongshu.com/*');
  return Number(await extension.evaluate(`chrome.tabs.query({ url: ${url} }).then(([tab]) => tab.id)`));
}
