import { fingerprint } from '../../lib/fingerprint';
import { AppError } from '../../model/errors';
import type { OperationName } from '../../model/providers/operation';
import { findPrice } from '../costs/find-price';
import type { AimedQuestion, Call, Question, Target } from './call';
import type { GatewayPorts } from './ports';

/** A question to one provider, before anything is set aside for it. */
export type UnpaidQuestion = Question & { readonly target: Target };

/**
 * Sets the price aside before anything is sent, and stops with `budget-reached` where the day's or the job's budget has
 * no room; a job's own budget goes before that of the settings. A price that nobody knows stops what the user has not agreed to: `price-unknown`.
 */
export function budgeted(
  ports: Pick<GatewayPorts, 'settings' | 'memory' | 'ledger' | 'onPriceUsed'>,
  next: Call<AimedQuestion>,
): Call<UnpaidQuestion> {
  return async (question) => {
    const { terms, target } = question;
    const { provider, endpoint, credential } = target;
    tellPriceUsed(ports, question.operation, target);
    const [settings, { prices }] = await Promise.all([ports.settings(), ports.memory.read()]);
    const price = findPrice(endpoint.path, provider.family, {
      entered: settings.enteredPrices,
      told: prices,
    });
    if (!price && !terms.agreed) {
      throw new AppError('price-unknown', { details: { provider: provider.id, endpoint: endpoint.path } });
    }
    const budgets = { daily: settings.dailyBudget, job: terms.jobBudget ?? settings.jobBudget };
    const keyPrint = fingerprint(credential.key);
    const reservation = await ports.ledger.reserve({ price, jobId: terms.jobId, keyPrint }, budgets);
    try {
      return await next({ ...question, reservation });
    } finally {
      await ports.ledger.release(reservation);
    }
  };
}

/** What a question of the account costs is not asked of the account itself. Nor does an estimate tell: it sends nothing. */
function tellPriceUsed(
  { onPriceUsed }: Pick<GatewayPorts, 'onPriceUsed'>,
  operation: OperationName,
  { provider, endpoint }: Pick<Target, 'provider' | 'endpoint'>,
): void {
  if (!operation.startsWith('account.')) onPriceUsed(endpoint.path, provider.family);
}
