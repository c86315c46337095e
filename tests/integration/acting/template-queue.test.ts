/**
 * Two hundred replies written with templates and sent as the panel sends them, at the pace that is set from the start,
 * on a site and in a browser where every fourth thing goes wrong: held against what the site has heard.
 */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createReplyHandlers } from '../../../src/background/acting/create-reply-handlers';
import { forgetSignForAll } from '../../../src/background/pages/raise-sign';
import type { Services } from '../../../src/background/services';
import type { ActionEntry } from '../../../src/model/actions/action-entry';
import type { ActionOutcome } from '../../../src/model/actions/page-action';
import { AppError } from '../../../src/model/errors';
import type { Job } from '../../../src/model/jobs/job';
import { fillTemplate } from '../../../src/model/templates/fill-template';
import { toTemplateFacts } from '../../../src/model/templates/to-template-facts';
import { createRandom } from '../../replica/world/random';
import { expectPace } from '../../support/jobs/expect-pace';
import { createFakeActingPage } from '../../support/jobs/fake-acting-page';
import { CASE_SERIES } from '../../support/jobs/kind-cases';
import { startMortalBackground } from '../../support/jobs/mortal-background';
import type { MortalBackground } from '../../support/jobs/mortal-background';
import { createTestClock } from '../../support/providers/test-clock';

const SIZE = 200;
const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const VIEWER = '68000000000000000000000f';
const TITLE = '白茶三泡';
const AUTHOR = 'Mei';
/** So late an alarm rings, and so long the user takes to look. */
const [ALARM_MS, LOOK_MS] = [30_000, 90_000];
const DEATHS = 12;
/** Three in a row that nobody can explain, whatever chance brings. */
const UNEXPLAINED = [60, 61, 62];

interface Person {
  readonly commentId: string;
  readonly nickname: string;
  readonly place: string;
  readonly template: string;
  /** What is to be said to them, put together by hand. */
  readonly words: string;
}

const PEOPLE: readonly Person[] = Array.from({ length: SIZE }, (_, index) => {
  const [nickname, place] = [`人${index}`, index % 2 === 0 ? '云南' : ''];
  const [template, words] = [
    ['Hi {nickname}, more in “{title}”.', `Hi ${nickname}, more in “${TITLE}”.`],
    ['{昵称}，{地区|你那边}也有', `${nickname}，${place || '你那边'}也有`],
    ['{title}：{nickname} 说得对', `${TITLE}：${nickname} 说得对`],
    ['{place|there} it is, {nickname} ({author})', `${place || 'there'} it is, ${nickname} (${AUTHOR})`],
  ][Math.floor(index / 2) % 4] as [string, string];
  return { commentId: (0xa00000 + index).toString(16).padStart(24, '0'), nickname, place, template, words };
});

type Fate =
  | { readonly is: 'answered'; readonly outcome: ActionOutcome }
  | { readonly is: 'not-made'; readonly outcome: ActionOutcome | 'lost'; readonly lasts: 1 | 'for-good' }
  | { readonly is: 'lost' | 'throws' | 'deaf' };

const refused = (code: AppError['code'], more: object = {}) =>
  ({ is: 'refused', code, ...more }) as ActionOutcome;
const DONE: ActionOutcome = { is: 'done', proof: 'answer' };
const MISHAPS: readonly Fate[] = [
  { is: 'answered', outcome: refused('comments-closed', { siteCode: 10001 }) },
  { is: 'answered', outcome: refused('action-refused', { siteCode: 400 }) },
  { is: 'answered', outcome: { is: 'uncertain' } },
  { is: 'not-made', outcome: refused('comment-not-found'), lasts: 'for-good' },
  { is: 'not-made', outcome: 'lost', lasts: 1 },
  { is: 'not-made', outcome: refused('captcha', { sign: 'captcha' }), lasts: 1 },
  { is: 'not-made', outcome: refused('tab-hidden'), lasts: 1 },
  { is: 'lost' },
  { is: 'throws' },
  { is: 'deaf' },
];

/** The site and the browser over all lives of the background: what is fated, and what the site has heard. */
function createWorld() {
  const random = createRandom(SEED);
  const clock = createTestClock();
  const fates = new Map(
    PEOPLE.map(({ commentId }, index): [string, Fate] => [
      commentId,
      UNEXPLAINED.includes(index)
        ? (MISHAPS[1] as Fate)
        : random.chance(0.25)
          ? random.pick(MISHAPS)
          : { is: 'answered', outcome: DONE },
    ]),
  );
  const heard: { commentId: string; content: string; at: number }[] = [];
  /** Moments at which something went wrong: what is waited for there is not the pace alone. */
  const disturbed: number[] = [];
  const met = new Set<string>();
  const isFirst = (key: string) => !met.has(key) && met.add(key);
  const disturb = () => void disturbed.push(clock.now());
  const fateOf = (commentId = ''): Fate => fates.get(commentId) ?? { is: 'answered', outcome: DONE };
  const page = createFakeActingPage(
    'n1',
    ({ commentId }) => {
      const fate = fateOf(commentId);
      if (fate.is === 'lost') disturb();
      return fate.is === 'answered' ? fate.outcome : fate.is === 'lost' ? 'lost' : DONE;
    },
    {
      onStart: ({ commentId = '', mode }) => {
        const { is } = fateOf(commentId);
        if (mode === 'verify' || (is !== 'throws' && is !== 'deaf') || !isFirst(`start ${commentId}`)) return;
        disturb();
        if (is === 'throws') throw new Error('the page broke');
        throw new AppError('page-not-reached', { retryable: true });
      },
      refuse: ({ commentId = '' }) => {
        const fate = fateOf(commentId);
        if (fate.is !== 'not-made') return undefined;
        if (fate.lasts === 1 && !isFirst(`refuse ${commentId}`)) return undefined;
        if (fate.lasts === 1) disturb();
        return fate.outcome;
      },
      onGesture: ({ commentId = '', content = '' }) =>
        void heard.push({ commentId, content, at: clock.now() }),
    },
  );
  return { random, clock, fates, heard, disturbed, disturb, page };
}

type World = ReturnType<typeof createWorld>;

/** As the panel does it: each template filled with what is stored of its target, kept as a draft, and all sent. */
async function sendAsThePanel({ test, connection }: MortalBackground): Promise<string> {
  const viewer = { loggedIn: true, userId: VIEWER };
  const page = { tabId: 7, url: 'https://www.xiaohongshu.com/explore/n1', viewer, updatedAt: 1 };
  const tracker = { ...test.services.tracker, list: () => Promise.resolve([page]) } as Services['tracker'];
  const replies = createReplyHandlers({ ...test.services, tracker });
  const database = await connection.open();
  const note = await database.get('notes', 'n1');
  for (const { commentId, template } of PEOPLE) {
    const comment = await database.get('comments', ['n1', commentId]);
    const draft = fillTemplate(template, toTemplateFacts(note, comment)).text;
    await replies['reply.draft']({ noteId: 'n1', commentId, draft, isPrepared: true }, {} as never);
  }
  const comments = PEOPLE.map(({ commentId }) => ({ noteId: 'n1', commentId }));
  return (await replies['reply.send-prepared']({ comments }, {} as never)).jobId;
}

async function storeNote({ connection }: MortalBackground): Promise<void> {
  const observed = { source: 'page', via: 'test', at: 1 };
  const id = { kind: 'site', value: 'mei' };
  await connection.write(async (transaction) => {
    await transaction.objectStore('notes').put({
      ...{ noteId: 'n1', title: TITLE, author: { id, nickname: AUTHOR }, observed, topics: [] },
      tokens: [{ xsecToken: 'AB', from: 'url', seenAt: 1 }],
    } as never);
    for (const { commentId, nickname, place } of PEOPLE) {
      const author = { id: { kind: 'site', value: `person ${commentId}` }, nickname };
      await transaction.objectStore('comments').put({
        ...{ noteId: 'n1', commentId, author, observed, firstSeenAt: 1, ...(place ? { place } : {}) },
      } as never);
    }
  });
}

/** Why the queue has stopped, in the order in which it did. */
type Stops = string[];

/** What the user does when nothing goes on by itself: looks, and lets it; then has what nobody could tell looked for. */
async function press(life: MortalBackground, world: World, jobId: string, stops: Stops): Promise<boolean> {
  const { engine } = life.test;
  const job = (await life.test.findJob(jobId)) as Job;
  const items = await (await life.connection.open()).getAll('jobItems');
  const short = items.filter(({ state }) => state === 'short');
  if (job.state === 'done' || (job.state === 'partial' && short.length === 0)) return false;
  world.disturb();
  world.clock.set(world.clock.now() + LOOK_MS);
  world.disturb();
  if (job.state === 'paused') {
    stops.push(job.error?.code ?? 'no reason');
    await forgetSignForAll();
    await engine.resume(jobId);
  } else for (const { itemId } of short) await engine.retry(jobId, itemId);
  return true;
}

async function runToTheEnd(world: World): Promise<{ life: MortalBackground; jobId: string; stops: Stops }> {
  const name = `templates-${crypto.randomUUID()}`;
  const stops: Stops = [];
  const outside = {
    ...{ series: CASE_SERIES, clock: world.clock, sent: [], page: world.page },
    answer: () => ({ payload: {} }),
  };
  let jobId: string | undefined;
  for (let deaths = 0; ; deaths += 1) {
    const fatal = jobId === undefined || deaths > DEATHS ? undefined : world.random.between(60, 500);
    const life = startMortalBackground(outside, name, fatal);
    const { acting } = life.test.settings;
    life.test.settings = { ...life.test.settings, acting: { ...acting, sendsQueues: true } };
    if (jobId === undefined) {
      await storeNote(life);
      jobId = await sendAsThePanel(life);
      life.connection.kill();
      await life.connection.close();
      continue;
    }
    const id = jobId;
    const run = async () => {
      do await life.test.runOut();
      while (await press(life, world, id, stops));
    };
    // What is waited for beside the alarms (a window that opens) comes soon.
    const time = setInterval(() => life.test.passTime(), 2);
    // What a dead life still throws is heard by nobody.
    const whole = run().catch((thrown: unknown) => {
      if (!life.connection.isDead) throw thrown;
    });
    await Promise.race([whole, life.connection.died]).finally(() => clearInterval(time));
    if (!life.connection.isDead) return { life, jobId, stops };
    await life.connection.close();
    world.disturb();
    world.clock.set(world.clock.now() + ALARM_MS);
    world.disturb();
  }
}

beforeEach(() => fakeBrowser.reset());

it(`${SIZE} replies with templates: so many outcomes, each right, none twice, at the pace (seed ${SEED})`, async () => {
  const world = createWorld();
  const { life, jobId, stops } = await runToTheEnd(world);
  const database = await life.connection.open();
  const isKnown = (thrown: unknown) => thrown instanceof Error && thrown.message === 'the page broke';
  expect(life.test.aside.filter((thrown) => !isKnown(thrown))).toEqual([]);

  // Whoever was to hear something has heard it, once, in the words that are meant for them.
  const gone = (commentId: string) => {
    const fate = world.fates.get(commentId);
    return fate?.is === 'not-made' && fate.lasts === 'for-good';
  };
  const wanted = PEOPLE.filter(({ commentId }) => !gone(commentId));
  const heard = world.heard.map(({ commentId, content }) => [commentId, content]);
  expect(heard.sort(([a = ''], [b = '']) => a.localeCompare(b))).toEqual(
    wanted.map(({ commentId, words }) => [commentId, words]),
  );

  // Each of them has one end, and it is what the site has said or what stands there.
  const entries = (await database.getAllFromIndex('actions', 'at')).filter((entry) => entry.jobId === jobId);
  const ends = PEOPLE.map(({ commentId }) => findEnds(entries, commentId));
  expect(ends.map((all) => all.length)).toEqual(PEOPLE.map(() => 1));
  expect(ends.map(([end]) => end)).toEqual(PEOPLE.map(({ commentId }) => toEnd(world.fates.get(commentId))));
  const items = await database.getAll('jobItems');
  expect(items).toHaveLength(SIZE);
  expect(items.filter(({ state }) => state !== 'done' && state !== 'failed')).toEqual([]);

  // As the settings are before anybody has changed them, told in the options and the documentation.
  expectPace(world, { leastMs: 45_000, jitterMs: 30_000, aDay: 30, morning: 7 });
  // A captcha and three in a row have stopped it, and nothing that is not to.
  const isCaptcha = (fate: Fate) => fate === MISHAPS[5];
  expect(stops.includes('captcha')).toBe([...world.fates.values()].some(isCaptcha));
  expect(stops).toContain('failed-in-a-row');
  expect(stops.filter((stop) => !STOPS.includes(stop))).toEqual([]);
}, 120_000);

const STOPS = ['failed-in-a-row', 'captcha', 'note-left', 'tab-hidden'];

/** What came of a target, without what was cut short before anything was done. */
function findEnds(entries: readonly ActionEntry[], commentId: string): (ActionOutcome['is'] | string)[] {
  const own = entries.filter((entry) => entry.commentId === commentId);
  return own.flatMap(({ outcome }) => {
    if (outcome?.is !== 'refused') return outcome?.is ?? 'no end';
    const isCutShort = [...STOPS, 'paused', 'cancelled', 'page-not-reached'].includes(outcome.code);
    return isCutShort ? [] : outcome.code;
  });
}

function toEnd(fate: Fate | undefined): string {
  const isOver = fate?.is === 'answered' || (fate?.is === 'not-made' && fate.lasts === 'for-good');
  const outcome = isOver ? fate.outcome : DONE;
  // What nobody could tell has come through, and was found.
  return outcome !== 'lost' && outcome.is === 'refused' ? outcome.code : 'done';
}
