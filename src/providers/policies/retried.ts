import { ProviderError } from '../../model/providers/provider-error';
import { findNextMove } from '../next-move';
import type { AimedQuestion, Call } from './call';
import type { GatewayPorts } from './ports';

/** Sends the same again as often as `next-move` says; then fails as the last attempt did. A look-up by the way is sent once. */
export function retried(
  { clock }: Pick<GatewayPorts, 'clock'>,
  next: Call<AimedQuestion>,
): Call<AimedQuestion> {
  return async (question) => {
    const { signal, quiet = false } = question.terms;
    for (let tries = 1; ; tries += 1) {
      try {
        return await next(question);
      } catch (thrown) {
        if (!(thrown instanceof ProviderError)) throw thrown;
        const { family } = question.target.provider;
        const { retryAfterMs } = findNextMove(thrown.failure, family, { tries, chance: clock.random() });
        if (retryAfterMs === undefined || quiet) throw thrown;
        await clock.sleep(retryAfterMs, signal);
        if (signal?.aborted) throw new ProviderError('cancelled');
      }
    }
  };
}
