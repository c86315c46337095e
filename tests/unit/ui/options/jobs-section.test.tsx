// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { optionsEn } from '../../../../src/i18n/en/options';
import { JobsSection } from '../../../../src/ui/options/sections/jobs-section';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const SWITCH = optionsEn['options.notify-jobs'] + optionsEn['options.notify-jobs-hint'];

async function open(world: { grants?: boolean; hasNotices?: boolean; notifyJobs?: boolean }) {
  const { notifyJobs = false, ...of } = world;
  const fake = createFakePorts({ ...of, answers: { 'settings.change': () => AGREED } });
  shown = await renderUi(<JobsSection now={{ ...AGREED, notifyJobs }} />, fake.ports);
  return { ...fake, page: shown };
}

describe('being told that a job is over', () => {
  it('asks the browser in the press that switches it on, and is kept when that says yes', async () => {
    const { page, asked, calls } = await open({ grants: true });
    await page.click('switch', SWITCH);
    expect(asked).toEqual(['request notices']);
    expect(calls).toContainEqual({ name: 'settings.change', input: { patch: { notifyJobs: true } } });
  });

  it('stays off when the browser says no, and that is said', async () => {
    const { page, calls } = await open({ grants: false });
    await page.click('switch', SWITCH);
    expect(page.text()).toContain('The browser did not allow it');
    expect(calls).toEqual([]);
    expect((page.get('switch', SWITCH) as HTMLInputElement).checked).toBe(false);
  });

  it('is off where the leave was taken back in the browser, and can be switched off where it was not', async () => {
    const taken = await open({ notifyJobs: true, hasNotices: false });
    expect((taken.page.get('switch', SWITCH) as HTMLInputElement).checked).toBe(false);
    taken.page.end();
    const { page, asked, calls } = await open({ notifyJobs: true, hasNotices: true });
    expect((page.get('switch', SWITCH) as HTMLInputElement).checked).toBe(true);
    await page.click('switch', SWITCH);
    expect(asked).toEqual([]);
    expect(calls).toContainEqual({ name: 'settings.change', input: { patch: { notifyJobs: false } } });
  });
});
