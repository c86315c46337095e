import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Caller } from '../../../src/messaging/contract';
import type { LoadingReport } from '../../../src/messaging/content-to-background/types';
import type { Services } from '../../../src/background/services';
import { AppError } from '../../../src/model/errors';
import type { TabPage } from '../../../src/model/page-state';

/** One gesture in the page: comments that it shows then, and whether it opened a thread. */
export interface Gesture {
  readonly shown: number;
  readonly opens?: boolean;
}

/** A life of the background, as the page speaks to it. */
interface Listener {
  hear(report: Parameters<typeof toHeard>[0], caller: Caller): Promise<unknown>;
  readonly died: Promise<void>;
}

/** A page in front that loads its comments when it is told to, and outlives every worker. */
export interface FakePage {
  readonly services: Pick<Services, 'askPage' | 'injectContent' | 'findTab' | 'tracker'>;
  /** From now on this life hears what it reports. */
  speakTo(life: Listener): void;
}

interface Loading {
  readonly loadId: string;
  steps: number;
  expanded: number;
  stoppedBy?: 'end' | 'user';
}

const TAB_ID = 7;
const CALLER: Caller = { tabId: TAB_ID, windowId: 1, url: 'https://www.xiaohongshu.com/explore/n1' };
/** Turns of the machine between two gestures. */
const TURNS = 3;

const toHeard = (report: Omit<LoadingReport, 'stoppedBy' | 'sign'> & { stoppedBy?: 'end' | 'user' }) =>
  report;

export function createFakePage(noteId: string, gestures: readonly Gesture[]): FakePage {
  let life: Promise<Listener>;
  let arrive: (listener: Listener) => void = () => undefined;
  const awaitLife = () => (life = new Promise((resolve) => (arrive = resolve)));
  void awaitLife();
  let taken = 0;
  let loading: Loading | undefined;

  /** As the browser does it: a worker that is not there is started, and one that died gets the message once more. */
  const tell = async ({ loadId, steps, expanded, stoppedBy }: Loading) => {
    const shown = gestures[taken - 1]?.shown ?? 0;
    const running = stoppedBy === undefined;
    const report = toHeard({
      loadId,
      noteId,
      running,
      steps,
      shown,
      expanded,
      at: 1,
      ...(stoppedBy ? { stoppedBy } : {}),
    });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const { hear, died } = await life;
      const isHeard = await Promise.race([
        hear(report, CALLER).then(
          () => true,
          () => false,
        ),
        died.then(() => false),
      ]);
      if (isHeard) return;
    }
  };
  const run = async (own: Loading) => {
    while (own.stoppedBy === undefined) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      const gesture = gestures[taken];
      if (gesture) {
        taken += 1;
        own.steps += 1;
        own.expanded += gesture.opens ? 1 : 0;
      } else own.stoppedBy = 'end';
      await tell(own);
    }
  };
  const askPage = (async (_tabId: number, name: string, input: { loadId: string }) => {
    await nextTurn();
    if (name === 'loading.start') {
      loading = { loadId: input.loadId, steps: 0, expanded: 0 };
      void run(loading);
    } else if (name === 'loading.stop') {
      if (loading) loading.stoppedBy ??= 'user';
    } else if (name === 'loading.tell' && loading?.loadId === input.loadId) void tell(loading);
    else throw new AppError('page-not-reached');
  }) as Services['askPage'];
  const page: TabPage = {
    tabId: TAB_ID,
    windowId: 1,
    url: CALLER.url,
    note: { noteId, shownAs: 'page' },
    viewer: {},
    missing: [],
    updatedAt: 1,
  };
  return {
    services: {
      askPage,
      injectContent: () => Promise.resolve(),
      findTab: () =>
        Promise.resolve({ tabId: TAB_ID, windowId: 1, url: CALLER.url, active: true, pinned: false }),
      tracker: {
        find: () => Promise.resolve(page),
        list: () => Promise.resolve([page]),
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
  };
}
