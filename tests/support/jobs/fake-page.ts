import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Services } from '../../../src/background/services';
import { AppError } from '../../../src/model/errors';
import { createPageLine } from './page-line';
import type { PageListener } from './page-line';

/** One gesture in the page: comments that it shows then, and whether it opened a thread. */
export interface Gesture {
  readonly shown: number;
  readonly opens?: boolean;
}

/** A page in front that loads its comments when it is told to, and outlives every worker. */
export interface FakePage {
  readonly services: Pick<
    Services,
    'askPage' | 'injectContent' | 'findTab' | 'tracker' | 'windows' | 'logins'
  >;
  /** Every gesture that the site has heard of, of a page that acts. */
  readonly made?: readonly string[];
  /** From now on this life hears what it reports. */
  speakTo(life: PageListener): void;
}

interface Loading {
  readonly loadId: string;
  steps: number;
  expanded: number;
  stoppedBy?: 'end' | 'user';
}

const TAB_ID = 7;
const CALLER = { tabId: TAB_ID, windowId: 1, url: 'https://www.xiaohongshu.com/explore/n1' };
/** Turns of the machine between two gestures. */
const TURNS = 3;

export function createFakePage(noteId: string, gestures: readonly Gesture[]): FakePage {
  const line = createPageLine(noteId, CALLER);
  let taken = 0;
  let loading: Loading | undefined;

  const tell = ({ loadId, steps, expanded, stoppedBy }: Loading) => {
    const shown = gestures[taken - 1]?.shown ?? 0;
    const running = stoppedBy === undefined;
    const state = { loadId, noteId, running, steps, shown, expanded, at: 1 };
    return line.tell('hear', { ...state, ...(stoppedBy ? { stoppedBy } : {}) });
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
  return { services: { ...line.services, askPage }, speakTo: line.speakTo };
}
