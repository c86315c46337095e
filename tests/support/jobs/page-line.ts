import type { Caller } from '../../../src/messaging/contract';
import type { ActionReport, LoadingReport } from '../../../src/messaging/content-to-background/types';
import type { Services } from '../../../src/background/services';
import { createFakeLogins } from '../background/fake-logins';
import type { TabPage } from '../../../src/model/page-state';

/** The tab of the window that is opened for the note. */
const OPENED_ID = 70;

/** A life of the background, as a page speaks to it. */
export interface PageListener {
  hear(report: HeardLoading, caller: Caller): Promise<unknown>;
  hearAction(report: ActionReport, caller: Caller): Promise<unknown>;
  readonly died: Promise<void>;
}

export type HeardLoading = Omit<LoadingReport, 'stoppedBy' | 'sign'> & { stoppedBy?: 'end' | 'user' };

/** How a page in front speaks to whichever worker lives. */
export interface PageLine {
  readonly services: Pick<Services, 'injectContent' | 'findTab' | 'tracker' | 'windows' | 'logins'>;
  /** From now on this life hears what the page reports. */
  speakTo(life: PageListener): void;
  /** As the browser does it: a worker that is not there is started, and one that died gets the message once more. */
  tell<Name extends 'hear' | 'hearAction'>(
    name: Name,
    report: Parameters<PageListener[Name]>[0],
    /** Of the window that was opened, where it is not the page in front. */
    tabId?: number,
  ): Promise<void>;
}

export function createPageLine(
  noteId: string,
  caller: { readonly tabId: number; readonly windowId: number; readonly url: string },
): PageLine {
  let life: Promise<PageListener>;
  let arrive: (listener: PageListener) => void = () => undefined;
  const awaitLife = () => (life = new Promise((resolve) => (arrive = resolve)));
  void awaitLife();
  const { tabId, windowId, url } = caller;
  const page: TabPage = {
    ...{ tabId, windowId, url },
    note: { noteId, shownAs: 'page' },
    viewer: {},
    missing: [],
    updatedAt: 1,
  };
  let isOpened = false;
  const opened = { ...page, tabId: OPENED_ID };
  return {
    services: {
      injectContent: () => Promise.resolve(),
      findTab: (id) => Promise.resolve({ tabId: id, windowId, url, active: true, pinned: false }),
      logins: createFakeLogins(),
      windows: {
        open: () => {
          isOpened = true;
          return Promise.resolve({ tabId: OPENED_ID, windowId, url, active: true, pinned: false });
        },
        close: () => {
          isOpened = false;
          return Promise.resolve();
        },
        renew: () => Promise.resolve(),
      },
      tracker: {
        find: () => Promise.resolve(page),
        list: () => Promise.resolve(isOpened ? [page, opened] : [page]),
        update: () => Promise.resolve(page),
        forget: () => Promise.resolve(),
        forgetAll: () => Promise.resolve(),
      },
    },
    speakTo: (listener) => {
      arrive(listener);
      // Whoever speaks after its death waits for the next one.
      void listener.died.then(awaitLife);
    },
    tell: async (name, report, from = tabId) => {
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const listener = await life;
        const hear = listener[name] as (told: typeof report, by: Caller) => Promise<unknown>;
        const isHeard = await Promise.race([
          hear(report, { ...caller, tabId: from }).then(
            () => true,
            () => false,
          ),
          listener.died.then(() => false),
        ]);
        if (isHeard) return;
      }
    },
  };
}
