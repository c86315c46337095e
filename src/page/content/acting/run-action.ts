import type { BackgroundToContent } from '../../../messaging/background-to-content/types';
import type { ActionReport } from '../../../messaging/content-to-background/types';
import type { ActionOrder, ActionOutcome, ActionPhase } from '../../../model/actions/page-action';
import { findStopSign } from '../../../site/stop-signs';
import { realPace } from '../../actions/pause';
import { performAction } from '../../actions/perform-action';
import type { CopiedAnswer } from '../../actions/confirm/find-answer';
import type { ContentHome } from '../content-scope';
import { readLoggedIn, readViewerId } from '../looking/describe-page';
import { findCode, findShownSign } from '../looking/find-shown-sign';

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
export function createActionRunner(home: Pick<ContentHome, 'send' | 'isLinked'>): ActionRunner {
  const known = new Map<string, Act>();
  const listeners = new Set<() => void>();
  let last: Act | undefined;

  const report = ({ order, phase, outcome }: Pick<Act, 'order' | 'phase' | 'outcome'>): void =>
    void home.send('action.report', toReport(order.actionId, phase, outcome));
  const end = (act: Act, outcome: ActionOutcome): void => {
    if (act.outcome) return;
    act.phase = 'over';
    act.outcome = outcome;
    report(act);
  };
  const take = async (act: Act, before: Act | undefined): Promise<void> => {
    before?.stop.abort();
    const outcome = await performAction(act.order, {
      page: document,
      pace: realPace,
      signal: act.stop.signal,
      gone: act.gone.signal,
      readViewer: () => ({ loggedIn: readLoggedIn(document), viewerId: readViewerId(document) }),
      findSign: () => findSignIn(act.answers) ?? findShownSign(document),
      answers: () => (home.isLinked() ? act.answers : undefined),
      onAnswer: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onPhase: (phase) => {
        act.phase = phase;
        report(act);
      },
    });
    end(act, outcome);
  };
  return {
    start(order) {
      const taken = known.get(order.actionId);
      if (taken) return report(taken);
      const act: Act = {
        order,
        stop: new AbortController(),
        gone: new AbortController(),
        answers: [],
        phase: 'looking',
      };
      known.set(order.actionId, act);
      const before = last;
      last = act;
      // Where the page's own elements throw, they are not what they were; after the gesture nobody knows.
      void take(act, before).catch(() =>
        end(act, act.phase === 'sent' ? UNCERTAIN : { is: 'refused', code: 'page-changed', missing: 'page' }),
      );
    },
    stop: () => last?.stop.abort(),
    tell({ actionId }) {
      const act = known.get(actionId);
      if (act) report(act);
      else void home.send('action.report', toReport(actionId, 'unknown', undefined));
    },
    leave() {
      if (!last || last.outcome) return;
      last.stop.abort();
      last.gone.abort();
      end(last, last.phase === 'sent' || last.phase === 'waiting' ? UNCERTAIN : LEFT);
    },
    notice(answer) {
      if (!last || last.outcome) return;
      last.answers.push(answer);
      for (const listener of listeners) listener();
    },
  };
}

const UNCERTAIN: ActionOutcome = { is: 'uncertain' };
const LEFT: ActionOutcome = { is: 'refused', code: 'note-left' };

const toReport = (
  actionId: string,
  phase: ActionReport['phase'],
  outcome: ActionOutcome | undefined,
): ActionReport => ({ actionId, phase, outcome, at: Date.now() });

/** The first sign in what the page was answered. Signs that speak of one note or profile may be of another one. */
function findSignIn(answers: readonly CopiedAnswer[]) {
  for (const { status, body } of answers) {
    const sign = findStopSign({ httpStatus: status, ...findCode(body) });
    if (sign && (sign.class === 'all' || sign.class === 'login')) return sign;
  }
  return undefined;
}
