import type { BrowserCookie } from '../../../src/platform/logins/cookies';
import type { Services } from '../../../src/background/services';
import type { TabFacts } from '../../../src/platform/tabs';
import { siteSender, startBackgroundUnderTest } from './background-under-test';
import type { BackgroundUnderTest } from './background-under-test';
import { createFakeLogins } from './fake-logins';
import type { FakeLogins } from './fake-logins';

export const FIRST_ID = '5e00000000000000000000f1';
export const OTHER_ID = '5e00000000000000000000f2';
export const DEVICE = '19-the-device';

export const cookie = (name: string, value: string, changes: Partial<BrowserCookie> = {}): BrowserCookie => ({
  ...{ name, value, domain: 'xiaohongshu.com', hostOnly: false, path: '/', secure: true },
  ...{ httpOnly: name === 'web_session', sameSite: 'unspecified' as const },
  ...changes,
});

/** A browser in which somebody is logged in, and the lives of the background in it. */
export interface LoginWorld {
  readonly logins: FakeLogins;
  /** Windows that were opened and not closed. */
  readonly open: Map<number, TabFacts>;
  /** Tabs that were loaded anew. */
  readonly renewed: number[];
  /** The background starts; it outlives nothing, and finds what the one before has left. */
  startLife(): Promise<BackgroundUnderTest>;
  /** A page of the site in this tab says who is logged in. */
  reportViewer(life: BackgroundUnderTest, tabId: number, userId: string): Promise<void>;
  /** Somebody logs in in the window that was opened for it. */
  logInAsOther(life: BackgroundUnderTest): Promise<void>;
  /** The jar as a set, to be compared. */
  jar(): readonly string[];
}

export function createLoginWorld(): LoginWorld {
  const logins = createFakeLogins([
    cookie('web_session', 'SECRET-SESSION-FIRST'),
    cookie('id_token', 'SECRET-TOKEN-FIRST'),
    cookie('a1', DEVICE),
    cookie('webId', 'the-web-id'),
    cookie('acw_tc', 'a-host-cookie', { domain: 'www.xiaohongshu.com', hostOnly: true }),
  ]);
  const open = new Map<number, TabFacts>();
  const renewed: number[] = [];
  let tabs: Map<number, TabFacts> = open;
  let nextTab = 100;
  const windows: Services['windows'] = {
    open: async (url) => {
      logins.beforeChange();
      await Promise.resolve();
      nextTab += 1;
      const tab = { tabId: nextTab, windowId: nextTab, url, active: true, pinned: false };
      open.set(tab.tabId, tab);
      tabs.set(tab.tabId, tab);
      return tab;
    },
    close: async (tabId) => {
      logins.beforeChange();
      await Promise.resolve();
      open.delete(tabId);
      tabs.delete(tabId);
    },
    renew: (tabId) => {
      renewed.push(tabId);
      return Promise.resolve();
    },
  };
  const reportViewer: LoginWorld['reportViewer'] = async (life, tabId, userId) => {
    const tab = { id: tabId, windowId: tabId };
    const report = {
      ...{ url: 'https://www.xiaohongshu.com/explore', title: 'x', visible: true, captcha: false },
      ...{ loggedIn: true, viewerId: userId, at: Date.now() },
    };
    await life.report('page.report', report, siteSender({ tab, url: report.url }));
  };
  return {
    logins,
    open,
    renewed,
    startLife: async () => {
      const life = await startBackgroundUnderTest({ logins, windows });
      for (const [tabId, tab] of open) life.tabs.set(tabId, tab);
      tabs = life.tabs;
      return life;
    },
    reportViewer,
    logInAsOther: async (life) => {
      const [tabId = 0] = [...open.keys()];
      for (const [name, value] of [
        ['web_session', 'SECRET-SESSION-OTHER'],
        ['id_token', 'SECRET-TOKEN-OTHER'],
      ] as const) {
        const at = logins.jar.findIndex((one) => one.name === name);
        if (at >= 0) logins.jar.splice(at, 1);
        logins.jar.push(cookie(name, value));
      }
      await reportViewer(life, tabId, OTHER_ID);
    },
    jar: () => logins.jar.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
  };
}
