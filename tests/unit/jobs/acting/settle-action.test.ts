import { describe, expect, it } from 'vitest';
import type { BegunWork } from '../../../../src/jobs/acting/act-work';
import { settleAction } from '../../../../src/jobs/acting/settle-action';
import type { ActionRefusal } from '../../../../src/model/actions/page-action';
import type { ErrorCode } from '../../../../src/model/errors';

const workOf = (account?: string): BegunWork => ({
  ...{ stage: 'begun', actionId: 'a1', begunAt: 1 },
  target: { action: 'like', noteId: 'n1', viewerId: 'v1', ...(account === undefined ? {} : { account }) },
});
const refused = (code: ErrorCode): ActionRefusal => ({ is: 'refused', code });

describe('a refusal', () => {
  it.each(['login-wanted', 'login-changed', 'page-changed', 'note-left', 'tab-hidden'] as const)(
    'with %s stops a queue of the browser’s own login, and of saved ones that account alone',
    (code) => {
      expect(settleAction(workOf(), refused(code))).toMatchObject({
        state: 'open',
        pause: { error: { code } },
      });
      const alone = settleAction(workOf('Tea'), refused(code));
      expect(alone).toMatchObject({ state: 'failed', error: { code } });
      expect(alone).not.toHaveProperty('pause');
    },
  );

  it.each(['captcha', 'rate-limited', 'risk-control'] as const)('with %s stops all, whoever acts', (code) => {
    for (const work of [workOf(), workOf('Tea')])
      expect(settleAction(work, refused(code))).toMatchObject({ state: 'open', pause: { error: { code } } });
  });
});
