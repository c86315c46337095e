import { ProviderError } from '../../model/providers/provider-error';
import { findLimits } from '../find-limits';
import type { AimedQuestion, Call } from './call';
import { createPacer } from './pacer';
import type { GatewayPorts } from './ports';

/**
 * Sends no faster than the plan allows, at half of that for a while when the vendor refuses all the same, and nothing once
 * the key's credits of the month are used up or set aside for calls under way (`quota`). Counted by key and host: the
 * series of one family share both.
 */
export function limited(
  ports: Pick<GatewayPorts, 'pace' | 'clock' | 'ledger'>,
  next: Call<AimedQuestion>,
): Call<AimedQuestion> {
  const pacer = createPacer({ store: ports.pace, clock: ports.clock });
  return async (question) => {
    const { provider, credential, endpoint } = question.target;
    const { pace, creditsPerMonth } = findLimits(provider.family, credential);
    const { signal, runId, jobId } = question.terms;
    const { reservation } = question;
    const { keyPrint } = reservation;
    const whose = { provider: provider.id, operation: question.operation };
    const hasCredit =
      creditsPerMonth === undefined ||
      (await ports.ledger.reserveCredit(reservation, { family: provider.family, keyPrint }, creditsPerMonth));
    if (!hasCredit) {
      const error = new ProviderError('quota', { ...whose, reason: 'month-credits' });
      question.tally.failed.push(error.failure);
      await ports.ledger.note({
        at: ports.clock.now(),
        runId,
        ...(jobId === undefined ? {} : { jobId }),
        family: provider.family,
        keyPrint,
        ...whose,
        endpoint: endpoint.path,
        durationMs: 0,
        outcome: 'quota',
        reason: 'month-credits',
        billed: false,
      });
      throw error;
    }
    const key = `${provider.family}:${credential.region}:${keyPrint}`;
    if (!(await pacer.take(key, pace, signal))) throw new ProviderError('cancelled', whose);
    try {
      return await next(question);
    } catch (thrown) {
      if (thrown instanceof ProviderError && thrown.kind === 'rate-limited') await pacer.slowDown(key);
      throw thrown;
    }
  };
}
