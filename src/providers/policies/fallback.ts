import { AppError } from '../../model/errors';
import type { ProviderFailure } from '../../model/providers/provider-error';
import { ProviderError } from '../../model/providers/provider-error';
import { findNextMove, isSaidBySite } from '../next-move';
import type { NextMove } from '../next-move';
import type { Call, Question, Target } from './call';
import type { UnpaidQuestion } from './budgeted';
import { chooseTargets } from '../targets/choose-targets';
import type { Gap } from '../targets/choose-targets';
import type { GatewayPorts } from './ports';
import { rememberFailure, rememberSuccess } from '../targets/remember-outcome';

type FallbackPorts = Pick<
  GatewayPorts,
  'providers' | 'settings' | 'memory' | 'findCredential' | 'hasAccess' | 'clock'
>;

/**
 * Asks one after the other until somebody answers, as `next-move` says. What was charged for and failed is asked once more
 * at most: of a further family, or of the same one's endpoint that reads a link another way. When nobody answers it fails as the last one asked did; two families that both do not
 * know the thing are believed (`isFinal`). Who has no room in its currency's budget, or no known price where none was
 * agreed to, is passed over; `budget-reached` or `price-unknown` only when nobody was left to ask. Nobody to ask from the
 * start: `no-provider`, `vault-locked` or `provider-access-withheld`.
 */
export function fallback(ports: FallbackPorts, next: Call<UnpaidQuestion>): Call {
  return async (question) => {
    const { targets, input, gap } = await chooseTargets(ports, question);
    if (gap) throw toGapError(gap);
    const course = createCourse();
    for (const target of targets) {
      if (!course.mayAsk(target)) continue;
      try {
        const answer = await next({ ...question, input, target, terms: course.toTerms(question.terms) });
        if (!question.terms.quiet) {
          await ports.memory.change((memory) => rememberSuccess(memory, target, question.operation));
        }
        return answer;
      } catch (thrown) {
        if (thrown instanceof AppError && isPassedOver(thrown)) course.passOver(thrown);
        else if (thrown instanceof ProviderError) await learn(ports, { question, target }, course, thrown);
        else throw thrown;
      }
    }
    throw course.toError();
  };
}

async function learn(
  ports: FallbackPorts,
  asked: { readonly question: Question; readonly target: Target },
  course: Course,
  error: ProviderError,
): Promise<void> {
  const { question, target } = asked;
  const { failure } = error;
  const move = findNextMove(failure, target.provider.family, { tries: Infinity, chance: 0 });
  if (failure.kind === 'cancelled') throw error;
  const { operation, terms } = question;
  const now = ports.clock.now();
  if (!terms.quiet) {
    await ports.memory.change((memory) => rememberFailure(memory, { target, operation, failure }, move, now));
  }
  course.fail(target, error, move);
}

const isPassedOver = ({ code }: AppError) => code === 'price-unknown' || code === 'budget-reached';

type Course = ReturnType<typeof createCourse>;

/** Who is still to be asked within one question. */
function createCourse() {
  const doors = new Set<string>();
  const families = new Set<string>();
  const unknowing = new Set<string>();
  let isOver = false;
  let billedFailures = 0;
  let last: ProviderError | undefined;
  let unpriced: AppError | undefined;
  let overBudget: AppError | undefined;
  return {
    mayAsk: ({ provider }: Target) => !isOver && !families.has(provider.family) && !doors.has(provider.id),
    passOver: (error: AppError) => {
      if (error.code === 'budget-reached') overBudget ??= error;
      else unpriced ??= error;
    },
    /** A price that nobody knows is not the way around a budget that is reached, whatever was agreed to before. */
    toTerms: (terms: Question['terms']) => (overBudget ? { ...terms, agreed: false } : terms),
    fail: ({ provider }: Target, error: ProviderError, { then }: NextMove) => {
      last = error;
      if (then === 'family') families.add(provider.family);
      if (then === 'provider') doors.add(provider.id);
      if (error.kind === 'not-found') unknowing.add(provider.family);
      if (error.failure.billed) billedFailures += 1;
      isOver = then === 'stop' || billedFailures > 1 || unknowing.size > 1;
    },
    toError: (): Error =>
      last
        ? new AllFailedError(last.failure, unknowing.size > 1 || isSaidBySite(last.failure))
        : (overBudget ?? unpriced ?? new AppError('no-provider')),
  };
}

/** Nobody gave an answer. `isFinal`: it is not there, as two families say, or the site itself. */
export class AllFailedError extends Error {
  constructor(
    readonly failure: ProviderFailure,
    readonly isFinal: boolean,
  ) {
    super(failure.kind);
    this.name = 'AllFailedError';
  }
}

function toGapError(gap: Gap): AppError {
  if (gap === 'locked') return new AppError('vault-locked');
  if (gap === 'no-access') return new AppError('provider-access-withheld');
  return new AppError('no-provider', { details: { gap } });
}
