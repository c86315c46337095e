import type { Container } from '../../../src/platform/logins/containers';
import type { ContainerPorts } from '../../../src/background/accounts/rooms/container-ports';
import type { TabFacts } from '../../../src/platform/tabs';
import { siteSender, startBackgroundUnderTest } from './background-under-test';
import type { BackgroundUnderTest } from './background-under-test';
import { createFakeLogins } from './fake-logins';
import type { FakeLogins } from './fake-logins';

interface ContainerTab extends TabFacts {
  readonly container: string;
}

/** A Firefox with containers, some of them the user's own, and the lives of the background in it. */
export interface ContainerWorld {
  readonly logins: FakeLogins;
  readonly containers: Map<string, string>;
  /** Tabs in containers that were opened and not closed. */
  readonly open: Map<number, ContainerTab>;
  /** Runs before every change of the browser. */
  beforeChange: () => void;
  /** The background starts; it finds what the one before has left. */
  startLife(): Promise<BackgroundUnderTest>;
  /** A page in this tab says who is logged in; its container is that of the tab. */
  reportViewer(life: BackgroundUnderTest, tabId: number, userId: string): Promise<void>;
}

export function createContainerWorld(): ContainerWorld {
  const containers = new Map([
    ['firefox-container-1', 'Personal'],
    ['firefox-container-2', 'Tea'],
  ]);
  const open = new Map<number, ContainerTab>();
  let tabs = new Map<number, TabFacts>();
  let last = 2;
  let lastTab = 200;
  const change = async <Value>(make: () => Value): Promise<Value> => {
    world.beforeChange();
    await Promise.resolve();
    return make();
  };
  const closeTab = (tabId: number) => {
    open.delete(tabId);
    tabs.delete(tabId);
  };
  const ports: ContainerPorts = {
    list: () => Promise.resolve([...containers].map(([id, name]): Container => ({ id, name }))),
    create: (name) =>
      change(() => {
        last += 1;
        const id = `firefox-container-${last}`;
        containers.set(id, name);
        return { id, name };
      }),
    rename: (id, name) => change(() => void containers.set(id, name)),
    remove: (id) =>
      change(() => {
        for (const tab of [...open.values()]) if (tab.container === id) closeTab(tab.tabId);
        containers.delete(id);
      }),
    openWindow: (url, container) =>
      change(() => {
        lastTab += 1;
        const tab = { tabId: lastTab, windowId: lastTab, url, active: true, pinned: false, container };
        open.set(tab.tabId, tab);
        tabs.set(tab.tabId, tab);
        return tab;
      }),
  };
  const logins: FakeLogins = Object.assign(createFakeLogins(), { containers: ports });
  // Whatever would touch a cookie is seen at once.
  for (const name of ['putCookie', 'removeCookie', 'setTabCookies', 'dropTabCookies'] as const)
    logins[name] = () => Promise.reject(new Error(`${name} in a browser with containers`));
  const world: ContainerWorld = {
    ...{ logins, containers, open },
    beforeChange: () => undefined,
    startLife: async () => {
      const life = await startBackgroundUnderTest({
        logins,
        windows: {
          open: () => Promise.reject(new Error('a window outside of any container')),
          close: (tabId) => change(() => closeTab(tabId)),
          renew: () => Promise.reject(new Error('a tab that is loaded anew')),
        },
      });
      for (const [tabId, tab] of open) life.tabs.set(tabId, tab);
      tabs = life.tabs;
      return life;
    },
    reportViewer: async (life, tabId, userId) => {
      const cookieStoreId = open.get(tabId)?.container ?? 'firefox-default';
      const url = open.get(tabId)?.url ?? 'https://www.xiaohongshu.com/explore';
      const report = {
        ...{ url, title: 'x', visible: true, captcha: false },
        ...{ loggedIn: true, viewerId: userId, at: Date.now() },
      };
      const tab = { id: tabId, windowId: tabId, cookieStoreId };
      await life.report('page.report', report, siteSender({ tab, url }));
    },
  };
  return world;
}
