import type { Page } from 'playwright-core';
import { agreeToAll } from './agree-to-all';
import { demandOfBackground } from './ask-background';
import { FAST_ACTING, FAST_LOADING } from './fast-acting';
import { launchWithProviders } from './launch-with-providers';
import type { Stage } from './launch-with-replica';

/** A browser in which the member is logged in, with a note in front and the options of accounts open. */
export interface AccountsStage extends Stage {
  /** The user's own tab. */
  readonly own: Page;
  readonly options: Page;
  /** Loads the note in the user's own tab, in front. */
  openNote(): Promise<void>;
  /** What the site knows the device by. */
  deviceOf(): Promise<string>;
}

export async function openAccountsStage(): Promise<AccountsStage> {
  const stage = await launchWithProviders({ chromium: { realVisibility: true, session: 'member' } });
  const { replica, chromium } = stage;
  await agreeToAll(chromium.extension);
  await demandOfBackground(chromium.extension.evaluate, 'settings.change', {
    patch: { acting: { ...FAST_ACTING, sendsQueues: false }, loading: FAST_LOADING },
  });
  const own = await chromium.newPage();
  const openNote = async () => {
    await own.bringToFront();
    await own.goto(replica.noteUrl('tea'));
    await own.locator('.comment-item').first().waitFor();
  };
  await openNote();
  const options = await chromium.extension.openPage('options.html#accounts');
  const deviceOf = async () => {
    const cookies = await chromium.context.cookies('https://www.xiaohongshu.com/');
    return cookies.find(({ name }) => name === 'a1')?.value ?? '';
  };
  return { ...stage, own, options, openNote, deviceOf };
}
