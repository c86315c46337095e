import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { findNoticeJob, notifyJobEnd } from '../../../../src/background/toolbar/notify-job-end';
import type { Job } from '../../../../src/model/jobs/job';
import { DEFAULT_SETTINGS } from '../../../../src/model/settings';
import type { BrowserNotice } from '../../../../src/platform/surfaces/notifications';
import { createJob } from '../../ui/jobs/job-samples';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

async function end(job: Partial<Job>, notifyJobs = true): Promise<BrowserNotice[]> {
  const sent: BrowserNotice[] = [];
  await notifyJobEnd(
    {
      settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, notifyJobs }),
      sendNotice: (notice) => {
        sent.push(notice);
        return Promise.resolve();
      },
    },
    createJob(job),
  );
  return sent;
}

describe('a job that is over', () => {
  it('is told with its name, its end and how much came, under an id that leads back to it', async () => {
    const [notice] = await end({ state: 'partial', title: 'A title' });
    expect(notice).toEqual({
      id: 'job:job-1',
      title: 'Collect all comments · Partly done',
      text: 'A title · 310 rows',
    });
    expect(findNoticeJob(notice?.id ?? '')).toBe('job-1');
    expect(findNoticeJob('another')).toBeUndefined();
  });

  it('is not told where that is off, nor while it goes on, nor what the user ended', async () => {
    expect(await end({ state: 'done' }, false)).toEqual([]);
    expect(await end({ state: 'running' })).toEqual([]);
    expect(await end({ state: 'paused' })).toEqual([]);
    expect(await end({ state: 'cancelled' })).toEqual([]);
    expect(await end({ state: 'done' })).toHaveLength(1);
  });
});
