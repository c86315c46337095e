// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionEntry } from '../../../../src/model/actions/action-entry';
import { DEFAULT_ACTING_SETTINGS } from '../../../../src/model/actions/acting-settings';
import type { ActingSettings } from '../../../../src/model/actions/acting-settings';
import { paceEn } from '../../../../src/i18n/en/acting/pace';
import { ActingScreen } from '../../../../src/ui/options/acting/acting-screen';
import { useUi } from '../../../../src/ui/shell/ui-context';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const GAP = paceEn['pace.gap'];
const SENDS = paceEn['pace.sends'] + paceEn['pace.sends-hint'];
const REHEARSE = paceEn['pace.rehearse'] + paceEn['pace.rehearse-hint'];

function Page() {
  const now = useUi().settings.settings.value;
  return now ? <ActingScreen now={now} /> : null;
}

async function open(
  world: {
    acting?: Partial<ActingSettings>;
    entries?: readonly ActionEntry[];
    sign?: object | null;
    jobs?: readonly object[];
  } = {},
) {
  let settings = { ...AGREED, acting: { ...DEFAULT_ACTING_SETTINGS, ...world.acting } };
  const fake = createFakePorts({
    settings,
    readers: {
      listActionsSince: async () => [...(world.entries ?? [])],
      listJobs: async () => [...(world.jobs ?? [])] as never,
    },
    answers: {
      'viewer.find': () => ({ userId: 'v1' }),
      'stop-sign.find': () => world.sign ?? null,
      'stop-sign.dismiss': () => ({}),
      'job.resume': () => ({}),
      'settings.change': ({ patch }: { patch: object }) => (settings = { ...settings, ...patch }),
    } as never,
  });
  shown = await renderUi(<Page />, fake.ports);
  return { fake, view: shown, acting: () => settings.acting };
}

async function enter(view: Rendered, label: string, value: string) {
  await view.type(label, value);
  await act(async () => {
    view.get('textbox', label).dispatchEvent(new FocusEvent('blur', { bubbles: true }));
    view.get('textbox', label).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
  await view.settle();
}

const replied = (at: number, changes: Partial<ActionEntry> = {}): ActionEntry => ({
  ...{ actionId: `a${at}`, action: 'reply', noteId: 'n', viewerId: 'v1', at, mode: 'send', jobId: 'j' },
  ...{ outcome: { is: 'done', proof: 'answer' } },
  ...changes,
});

describe('the pace', () => {
  it('takes a longer gap at once, and one below the safe floor only after its risk was read', async () => {
    const { view, acting } = await open();
    await enter(view, GAP, '60');
    expect(acting().minGapMs).toBe(60_000);
    await enter(view, GAP, '5');
    expect(acting().minGapMs).toBe(60_000);
    expect(view.text()).toContain('You entered 5 s, less than 45 s');
    await view.click('button', 'Cancel');
    expect(acting().minGapMs).toBe(60_000);
    expect((view.get('textbox', GAP) as HTMLInputElement).value).toBe('60');
    await enter(view, GAP, '1');
    await view.click('button', 'I know. Use 1 s');
    expect(acting().minGapMs).toBe(1_000);
    expect(view.text()).toContain('The gap is below 45 s now');
    await view.click('button', 'Back to the default');
    expect(acting().minGapMs).toBe(45_000);
  });

  it.each(['0', '-3', 'soon', '3601', '1.5'])('does not take %s for a gap, and says so', async (value) => {
    const { view, fake } = await open();
    await enter(view, GAP, value);
    expect(view.get('textbox', GAP).getAttribute('aria-invalid')).toBe('true');
    expect(view.text()).toMatch(/Enter a (?:whole )?number/);
    expect(fake.calls.filter(({ name }) => name === 'settings.change')).toEqual([]);
  });
});

describe('the caps of a day', () => {
  it('says what is left of today for the account, counting what the site may have heard of', async () => {
    const now = Date.now();
    const { view } = await open({
      entries: [
        replied(now),
        replied(now, { actionId: 'b', outcome: { is: 'uncertain' } }),
        replied(now, { actionId: 'c', outcome: { is: 'rehearsed' } }),
        replied(now, { actionId: 'd', viewerId: 'v2' }),
      ],
    });
    expect(view.text()).toContain('28 left today');
    await view.choose('Account', 'v2');
    expect(view.text()).toContain('29 left today');
  });

  it('takes another cap, and says where it is above the default', async () => {
    const { view, acting } = await open();
    await enter(view, 'Most a day: Reply to a comment', '80');
    expect(acting().dailyCaps).toEqual({ ...DEFAULT_ACTING_SETTINGS.dailyCaps, reply: 80 });
    expect(view.text()).toContain('More than the default of 30');
    await enter(view, 'Most a day: Reply to a comment', '0');
    expect(acting().dailyCaps.reply).toBe(80);
  });
});

describe('quiet hours and the last press', () => {
  it('sets hours that are a span of time, or none', async () => {
    const { view, acting } = await open();
    await view.choose('From', '22');
    expect(acting().quietHours).toEqual({ from: 22, to: 7 });
    const hours = [...(view.get('combobox', 'to') as HTMLSelectElement).options].map(({ value }) => value);
    expect(hours).not.toContain('22');
    await view.click('switch', paceEn['pace.quiet'] + paceEn['pace.quiet-hint']);
    expect(acting().quietHours).toBeNull();
  });

  it('lets queues send by themselves only after the risk was read and confirmed', async () => {
    const { view, acting } = await open();
    await view.click('switch', SENDS);
    expect(acting().sendsQueues).toBe(false);
    expect(view.text()).toContain('muted or banned');
    expect((view.get('button', 'Switch it on') as HTMLButtonElement).disabled).toBe(true);
    await view.click('button', 'Cancel');
    expect((view.get('switch', SENDS) as HTMLInputElement).checked).toBe(false);
    await view.click('switch', SENDS);
    await view.click('switch', paceEn['pace.sends-read']);
    await view.click('button', 'Switch it on');
    expect(acting().sendsQueues).toBe(true);
    await view.click('switch', SENDS);
    expect(acting().sendsQueues).toBe(false);
  });

  it('switches the rehearsal on and off', async () => {
    const { view, acting } = await open();
    await view.click('switch', REHEARSE);
    expect(acting().rehearse).toBe(true);
  });
});

describe('a stop', () => {
  it('says that nothing has stopped', async () => {
    const { view } = await open();
    expect(view.text()).toContain('the site has given no warning');
    expect(view.has('button', 'It is seen to, go on')).toBe(false);
  });

  it('names the sign, and goes on with everything that waits once it is seen to', async () => {
    const job = { jobId: 'j1', kind: 'act', state: 'paused', error: { code: 'captcha', details: {} } };
    const { view, fake } = await open({
      sign: { sign: 'captcha', class: 'all', at: 1 },
      jobs: [
        job,
        { ...job, jobId: 'j2', error: undefined },
        { ...job, jobId: 'j3', kind: 'collect-comments' },
      ],
    });
    expect(view.text()).toContain('The site says stop');
    expect(view.text()).toContain('1 queue waits');
    await view.click('button', 'It is seen to, go on');
    const made = fake.calls.filter(({ name }) => /dismiss|resume/.test(name));
    expect(made).toEqual([
      { name: 'stop-sign.dismiss', input: { tabId: -1 } },
      { name: 'job.resume', input: { jobId: 'j1' } },
    ]);
  });
});
