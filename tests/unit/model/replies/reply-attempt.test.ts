import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/model/jobs/job';
import type { JobItem } from '../../../../src/model/jobs/job-item';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';
import { toReplyAttempt } from '../../../../src/model/replies/reply-attempt';

const TARGET = {
  action: 'reply',
  noteId: 'n',
  commentId: 'c',
  rootCommentId: 'r',
  content: 'yes',
  viewerId: 'v',
};

const job = (over: Partial<Job> = {}): Job => ({
  ...{ jobId: 'j', kind: 'act', input: { mode: 'send', targets: [TARGET] }, state: 'running' },
  ...{ progress: NO_PROGRESS, agreed: true, priority: 'user', createdAt: 5, updatedAt: 5 },
  ...over,
});
const item = (over: Partial<JobItem> = {}, stage = 'due'): JobItem => ({
  ...{ jobId: 'j', itemId: '00000', order: 0, state: 'open', attempt: 0, rows: 0 },
  work: { stage, target: TARGET, actionId: 'a' },
  ...over,
});
const error = { code: 'captcha' as const, message: '', retryable: false, details: {} };
const CANCELLED = job({ state: 'cancelled' });
const REFUSED = { is: 'refused', code: 'cancelled' } as const;
const stateOf = (...args: Parameters<typeof toReplyAttempt>) => toReplyAttempt(...args)?.state;

describe('toReplyAttempt', () => {
  it('names its comment, its words, and where it is found again', () => {
    expect(toReplyAttempt(job(), item(), undefined)).toEqual({
      ...{ noteId: 'n', commentId: 'c', rootCommentId: 'r', content: 'yes', mode: 'send' },
      ...{ jobId: 'j', itemId: '00000', orderedAt: 5, state: { is: 'queued', notBefore: undefined } },
    });
  });

  it('says who says it where a saved account was chosen, and how far it was really taken', () => {
    const target = { ...TARGET, account: 'Cup' };
    const begun = item({ work: { stage: 'begun', target, actionId: 'a', mode: 'assist' } });
    expect(toReplyAttempt(job(), begun, undefined)).toMatchObject({
      ...{ account: 'Cup', accountId: 'v', mode: 'assist', state: { is: 'sending', mode: 'assist' } },
    });
  });

  it.each([
    ['queued', job({ state: 'waiting' }), item({ notBefore: 9 }), undefined, { is: 'queued', notBefore: 9 }],
    ['under way', job(), item({}, 'begun'), undefined, { is: 'sending', mode: 'send' }],
    [
      'the user’s own press',
      job({ input: { mode: 'assist', targets: [TARGET] } }),
      item({}, 'begun'),
      undefined,
      { is: 'sending', mode: 'assist' },
    ],
    ['stopped', job({ state: 'paused', error }), item(), undefined, { is: 'stopped', error }],
    [
      'stopped on its way',
      job({ state: 'paused', error }),
      item({}, 'begun'),
      undefined,
      { is: 'stopped', error, isBegun: true },
    ],
    ['cancelled', job({ state: 'cancelled' }), item(), undefined, { is: 'cancelled' }],
    ['left out', job(), item({ state: 'skipped' }), undefined, { is: 'cancelled', isLeftOut: true }],
    ['on its way then', CANCELLED, item({}, 'begun'), undefined, { is: 'uncertain', isOver: true }],
    ['refused since', CANCELLED, item({}, 'begun'), { outcome: REFUSED }, { is: 'cancelled' }],
    [
      'sent since',
      CANCELLED,
      item({}, 'begun'),
      { outcome: { is: 'done', proof: 'answer', commentId: 'new' } },
      { is: 'sent', sentId: 'new' },
    ],
    [
      'sent, with its id',
      job({ state: 'done' }),
      item({ state: 'done' }, 'begun'),
      { outcome: { is: 'done', proof: 'answer', commentId: 'new' } },
      { is: 'sent', sentId: 'new' },
    ],
    ['rehearsed', job(), item({ state: 'done' }), { outcome: { is: 'rehearsed' } }, { is: 'rehearsed' }],
    [
      'uncertain',
      job(),
      item({ state: 'short' }, 'sent'),
      { outcome: { is: 'uncertain' } },
      { is: 'uncertain' },
    ],
    ['failed', job(), item({ state: 'failed', error }), undefined, { is: 'failed', error }],
  ] as const)('says that it is %s', (_what, ...args) => {
    const [state, ...rest] = [args[3], args[0], args[1], args[2]] as const;
    expect(stateOf(...(rest as Parameters<typeof toReplyAttempt>))).toEqual(state);
  });

  it('is none where the job does something else, or holds nothing that is understood', () => {
    const like = { stage: 'due', target: { ...TARGET, action: 'like-comment' } };
    expect(toReplyAttempt(job(), item({ work: like }), undefined)).toBeUndefined();
    expect(toReplyAttempt(job(), item({ work: null }), undefined)).toBeUndefined();
  });
});
