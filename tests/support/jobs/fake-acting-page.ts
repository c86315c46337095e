import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActionReport } from '../../../src/messaging/content-to-background/types';
import type { ActionOrder, ActionOutcome, ActionPhase } from '../../../src/model/actions/page-action';
import type { Services } from '../../../src/background/services';
import { AppError } from '../../../src/model/errors';
import type { FakePage } from './fake-page';
import { createPageLine } from './page-line';

/** A page in front that does what it is told, outlives every worker, and knows what it has sent. */
export interface FakeActingPage extends FakePage {
  /** Every gesture that the site has heard of, as `action target`, in their order. */
  readonly made: readonly string[];
  /** Acts wait before their gesture, as for the user's press, until they are let on or stopped. */
  hold(): void;
  release(): void;
  /** One waits. */
  readonly held: boolean;
}

const TAB_ID = 7;
const CALLER = { tabId: TAB_ID, windowId: 1, url: 'https://www.xiaohongshu.com/explore/n1' };
const TURNS = 2;

interface Act {
  readonly tabId: number;
  isStopped: boolean;
  phase: ActionPhase;
  outcome?: ActionOutcome;
}

/** What comes between, where not everything goes well. */
export interface Mishaps {
  /** Before the page hears of an attempt; what it throws is thrown by the call. */
  readonly onStart?: (order: ActionOrder) => void;
  /** Why the page makes no gesture; `lost`: it is left before. */
  readonly refuse?: (order: ActionOrder) => ActionOutcome | 'lost' | undefined;
  /** The site hears of a gesture. */
  readonly onGesture?: (order: ActionOrder) => void;
}

/** @param answer What the site answers to a gesture; absent: it is done; `lost`: the page is left before it hears that. */
export function createFakeActingPage(
  noteId: string,
  answer: (order: ActionOrder) => ActionOutcome | 'lost' = () => ({ is: 'done', proof: 'answer' }),
  { onStart, refuse, onGesture }: Mishaps = {},
): FakeActingPage {
  const line = createPageLine(noteId, CALLER);
  const made: string[] = [];
  let isHeld = false;
  const known = new Map<string, Act>();
  const tell = (tabId: number, actionId: string, phase: ActionReport['phase'], outcome?: ActionOutcome) =>
    line.tell('hearAction', { actionId, phase, outcome, at: 1 }, tabId);
  const run = async (order: ActionOrder, act: Act) => {
    for (const phase of ['looking', 'preparing', 'ready', 'sent'] as const) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      act.phase = phase;
      if (phase === 'sent' && isHeld) {
        page.held = true;
        while (isHeld) await nextTurn();
      }
      if (act.isStopped) {
        act.outcome = { is: 'refused', code: 'cancelled' };
        return tell(act.tabId, order.actionId, 'over', act.outcome);
      }
      const refusal = phase === 'preparing' ? refuse?.(order) : undefined;
      if (refusal !== undefined) return end(order, act, refusal);
      if (phase === 'sent') {
        made.push(toName(order));
        onGesture?.(order);
      }
      await tell(act.tabId, order.actionId, phase);
    }
    return end(order, act, answer(order));
  };
  const end = async ({ actionId }: ActionOrder, act: Act, outcome: ActionOutcome | 'lost') => {
    // Another page is in its place, and knows nothing of it.
    if (outcome === 'lost') return void known.delete(actionId);
    act.outcome = outcome;
    act.phase = 'over';
    await tell(act.tabId, actionId, 'over', outcome);
  };
  const look = (order: ActionOrder): ActionOutcome =>
    made.includes(toName(order)) ? { is: 'done', proof: 'page' } : { is: 'refused', code: 'not-done' };
  const askPage = (async (tabId: number, name: string, input: ActionOrder) => {
    await nextTurn();
    const act = known.get(input.actionId);
    if (name === 'action.start') {
      onStart?.(input);
      if (act) return void tell(tabId, input.actionId, act.phase, act.outcome);
      const begun: Act = { tabId, isStopped: false, phase: 'looking' };
      known.set(input.actionId, begun);
      if (input.mode === 'verify') void tell(tabId, input.actionId, 'over', (begun.outcome = look(input)));
      else void run(input, begun);
    } else if (name === 'action.tell')
      void tell(tabId, input.actionId, act?.phase ?? 'unknown', act?.outcome);
    else if (name === 'action.stop') for (const one of known.values()) one.isStopped = true;
    else throw new AppError('page-not-reached');
  }) as Services['askPage'];
  const page = {
    services: { ...line.services, askPage },
    speakTo: line.speakTo,
    made,
    held: false,
    hold: () => void (isHeld = true),
    release: () => void (isHeld = false),
  };
  return page;
}

const toName = ({ action, commentId, content }: ActionOrder): string =>
  [action, commentId, content].filter((part) => part !== undefined).join(' ');
