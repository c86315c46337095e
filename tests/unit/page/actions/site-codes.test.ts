// @vitest-environment happy-dom
/** Every code and status with which the site refuses, as a page is answered with it, and what becomes of the queue. */
import { afterEach, expect, it, vi } from 'vitest';
import type { BegunWork } from '../../../../src/jobs/acting/act-work';
import { settleAction } from '../../../../src/jobs/acting/settle-action';
import { drawBody } from '../draw-body';
import { openActingStage } from './acting-stage';

afterEach(() => {
  vi.restoreAllMocks();
  drawBody('');
});

/** Everything waits for the user, whoever acts. */
const ALL = 'all stop';
/** What acts under the browser's own login waits for the user. */
const LOGIN = 'own login stops';
/** That target is set aside, the rest goes on. */
const ALONE = 'that one alone';

/** Business codes of the site bundle xhs-pc-web 6.12.1, 2026-05, and of public clients, 2024 to 2026. */
const CODES: readonly (readonly [code: number, what: string, error: string])[] = [
  [-103, ALL, 'risk-control'],
  [-104, ALL, 'risk-control'],
  [-510, ALL, 'rate-limited'],
  [10013, ALL, 'rate-limited'],
  [-13002, ALL, 'risk-control'],
  [-13020, ALL, 'risk-control'],
  [300011, ALL, 'risk-control'],
  [300012, ALL, 'risk-control'],
  [300013, ALL, 'rate-limited'],
  [300014, ALL, 'risk-control'],
  [300015, ALL, 'risk-control'],
  [-100, LOGIN, 'login-wanted'],
  [-101, LOGIN, 'login-wanted'],
  [300017, ALONE, 'token-refused'],
  [300030, ALONE, 'note-forbidden'],
  [300031, ALONE, 'note-forbidden'],
  [300032, ALONE, 'note-forbidden'],
  [300033, ALONE, 'note-forbidden'],
  [300034, ALONE, 'note-forbidden'],
  [300041, ALONE, 'note-removed'],
  [-510000, ALONE, 'note-removed'],
  [-510001, ALONE, 'note-under-review'],
  [-510002, ALONE, 'note-forbidden'],
  [-510008, ALONE, 'note-forbidden'],
  [-510009, ALONE, 'note-forbidden'],
  [-1001, ALONE, 'action-refused'],
  [300035, ALONE, 'action-refused'],
  [300039, ALONE, 'action-refused'],
  [-10000, ALONE, 'action-forbidden'],
  [10001, ALONE, 'comments-closed'],
  [400, ALONE, 'action-refused'],
  [-9300, ALONE, 'action-refused'],
];

const STATUSES: typeof CODES = [
  [406, ALL, 'risk-control'],
  [429, ALL, 'rate-limited'],
  [461, ALL, 'risk-control'],
  [462, ALL, 'risk-control'],
  [465, ALL, 'risk-control'],
  [471, ALL, 'captcha'],
];

const workOf = (account?: string): BegunWork => ({
  ...{ stage: 'begun', actionId: 'a1', begunAt: 1 },
  target: { action: 'comment', noteId: 'n1', viewerId: 'v1', ...(account === undefined ? {} : { account }) },
});

async function expectStop(answer: { status: number; body: object }, what: string, code: string) {
  const stage = openActingStage('comment');
  stage.page.answer = answer;
  const outcome = await stage.act();
  expect(outcome).toMatchObject({ is: 'refused', code });
  // It was sent once, and what stood in the box is not sent by anybody else.
  expect(stage.page.sent).toHaveLength(1);
  const own = settleAction(workOf(), outcome);
  const saved = settleAction(workOf('Tea'), outcome);
  const pause = { state: 'open', work: { stage: 'due' }, pause: { error: { code } } };
  if (what === ALONE) expect(own).not.toHaveProperty('pause');
  else expect(own).toMatchObject(pause);
  if (what === ALL) expect(saved).toMatchObject(pause);
  else expect(saved).not.toHaveProperty('pause');
}

it.each(CODES)('code %i: %s (%s)', (code, what, error) =>
  expectStop({ status: 200, body: { code, success: false, msg: '', data: {} } }, what, error),
);

it.each(STATUSES)('status %i: %s (%s)', (status, what, error) =>
  expectStop({ status, body: {} }, what, error),
);
