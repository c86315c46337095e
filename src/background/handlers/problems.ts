import type { Handlers } from '../../messaging/contract';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import type { Services } from '../services';

type ProblemHandlers = Pick<
  Handlers<typeof uiToBackground>,
  'problem.report' | 'problem.list' | 'problem.clear'
>;

/** The diagnostics: problems that pages report, and the list of all that are kept. */
export function createProblemHandlers({ problems }: Pick<Services, 'problems'>): ProblemHandlers {
  return {
    'problem.report': async ({ page, failure }) => {
      await problems.take(page, failure);
      return {};
    },
    'problem.list': () => problems.list(),
    'problem.clear': async () => {
      await problems.clear();
      return {};
    },
  };
}
