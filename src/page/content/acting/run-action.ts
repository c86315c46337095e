import type { BackgroundToContent } from '../../../messaging/background-to-content/types';
import type { ActionReport } from '../../../messaging/content-to-background/types';
import type { ActionOrder, ActionOutcome, ActionPhase } from '../../../model/actions/page-action';
import { realPace } from '../../actions/pause';
import { performAction } from '../../actions/perform-action';
import type { CopiedAnswer } from '../../actions/confirm/find-answer';
import type { Hands } from '../../actions/steps/hands';
import type { ContentHome } from '../content-scope';
import { findCode } from '../find-code';
import { readLoggedIn, readViewerId } from '../looking/describe-page';
import type { PageSigns } from '../looking/page-signs';

export interface ActionRunner {
  /** Takes an action; one that is known already is only told of once more, and never taken again. */
  start(order: ActionOrder): void;
  /** Makes no further gesture; what has been sent is still waited for. */
  stop(): void;
  /** Reports once more how far this action is, or that it was never heard of in this page. */
  tell(of: BackgroundToContent['action.tell']['input']): void;
  /** The page is being left: what has been sent is not known of any more. */
  leave(): void;
  /** Looks at a response that came meanwhile. */
  notice(answer: CopiedAnswer): void;
}

/** One action and how far it is. */
interface Act {
  readonly order: ActionOrder;
  readonly stop: AbortController;
  readonly gone: AbortController;
  readonly answers: CopiedAnswer[];
  phase: ActionPhase;
  outcome?: ActionOutcome;
}

/** Takes actions in this page, one at a time, and reports every phase. */
export function createActionRunner(home: Home, signs: PageSigns): ActionRunner {
  const known = new Map<string, Act>();
  const listeners = new Set<() => void>();
  let last: Act | undefined;

  const report = (act: Told): void => void home.send('action.report', toReport(act));
  const end = (act: Act, outcome: ActionOutcome): void => {
    if (act.outcome) return;
    act.phase = 'over';
    act.outcome = outcome;
    report(act);
  };
  const onAnswer: Hands['onAnswer'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    start(order) {
      const taken = known.get(order.actionId);
      if (taken) return report(taken);
      last?.stop.abort();
      const act = createAct(order);
      known.set(order.actionId, act);
      last = act;
      // Where the page's own elements throw, they are not what they were; after the gesture nobody knows.
      void performAction(order, createHands({ home, signs, act, report, onAnswer }))
        .catch(() => (MAY_BE_SENT.includes(act.phase) ? UNCERTAIN : BROKEN))
        .then((outcome) => end(act, outcome));
    },
    stop: () => last?.stop.abort(),
    tell: ({ actionId }) => report(known.get(actionId) ?? { order: { actionId }, phase: 'unknown' }),
    leave() {
      if (!last || last.outcome) return;
      const { phase } = last;
      last.stop.abort();
      last.gone.abort();
      end(last, MAY_BE_SENT.includes(phase) ? UNCERTAIN : LEFT);
    },
    notice(answer) {
      if (!last || last.outcome) return;
      last.answers.push(answer);
      for (const listener of listeners) listener();
    },
  };
}

type Home = Pick<ContentHome, 'send' | 'isLinked'>;

/** What one act works with in this page. */
function createHands(of: {
  readonly home: Home;
  readonly signs: PageSigns;
  readonly act: Act;
  readonly report: (act: Told) => void;
  readonly onAnswer: Hands['onAnswer'];
}): Hands {
  const { home, signs, act, report, onAnswer } = of;
  return {
    page: document,
    pace: realPace,
    signal: act.stop.signal,
    gone: act.gone.signal,
    // Only a page that has the focus may; the panel shows the text with a button of its own.
    copy: (text) => void navigator.clipboard.writeText(text).catch(() => undefined),
    readViewer: () => ({ loggedIn: readLoggedIn(document), viewerId: readViewerId(document) }),
    findSign: () => findSignIn(act.answers, signs) ?? signs.findShown(document),
    findSignIn: signs.findIn,
    answers: () => (home.isLinked() ? act.answers : undefined),
    onAnswer,
    onPhase: (phase) => {
      act.phase = phase;
      report(act);
    },
    announce: async () => {
      const answer = await home.send('action.report', toReport({ order: act.order, phase: 'ready' }));
      return answer?.known === true;
    },
  };
}

const createAct = (order: ActionOrder): Act => ({
  order,
  stop: new AbortController(),
  gone: new AbortController(),
  answers: [],
  phase: 'looking',
});

/** Phases in which the gesture may have been made. */
const MAY_BE_SENT: readonly ActionPhase[] = ['waiting', 'pasting', 'sent'];

const UNCERTAIN: ActionOutcome = { is: 'uncertain' };
const BROKEN: ActionOutcome = { is: 'refused', code: 'page-changed', missing: 'page' };
const LEFT: ActionOutcome = { is: 'refused', code: 'note-left' };

/** What is said of an act, known or not. */
interface Told {
  readonly order: Pick<ActionOrder, 'actionId'>;
  readonly phase: ActionReport['phase'];
  readonly outcome?: ActionOutcome | undefined;
}

const toReport = ({ order, phase, outcome }: Told): ActionReport => ({
  actionId: order.actionId,
  phase,
  outcome,
  at: Date.now(),
});

/** The first sign in what the page was answered. Signs that speak of one note or profile may be of another one. */
function findSignIn(answers: readonly CopiedAnswer[], signs: PageSigns) {
  for (const { status, body } of answers) {
    const sign = signs.findIn({ status, code: findCode(body) });
    if (sign && (sign.class === 'all' || sign.class === 'login')) return sign;
  }
  return undefined;
}
