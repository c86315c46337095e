import { omitUndefined } from '../../lib/omit-undefined';
import type { LedgerEntry } from '../../model/providers/ledger';
import { addPrice } from '../../model/providers/price';
import { ProviderError } from '../../model/providers/provider-error';
import { TIMEOUT_MS } from '../limits.catalog';
import { readAnswer } from '../read-answer';
import { wrapCursors } from '../pages/page-cursor';
import type { AimedQuestion, Call } from './call';
import type { GatewayPorts } from './ports';

type SendPorts = Pick<GatewayPorts, 'clock' | 'http' | 'ledger' | 'onAside'>;

/**
 * One attempt: written into the ledger, sent, read, and written again with how it ended. Fails with a `ProviderError`
 * that says whose it is.
 */
export function createSend(ports: SendPorts): Call<AimedQuestion> {
  return async (question) => {
    const { operation, input, terms, target, reservation } = question;
    const { provider, endpoint, credential } = target;
    const at = ports.clock.now();
    const call = { path: endpoint.path, query: endpoint.toQuery(input, at) };
    const request = provider.toRequest(call, credential);
    const entry = await ports.ledger.open({
      at,
      runId: terms.runId,
      ...(terms.jobId === undefined ? {} : { jobId: terms.jobId }),
      family: provider.family,
      keyPrint: reservation.keyPrint,
      provider: provider.id,
      operation,
      endpoint: endpoint.path,
      ...(reservation.price ? { price: reservation.price } : {}),
    });
    /** What is known to be free is not charged for, whatever the envelope says of other calls. */
    const isFree = entry.price?.amount === 0;
    try {
      const response = await ports.http(request, {
        timeoutMs: TIMEOUT_MS[provider.family],
        signal: terms.signal,
      });
      const { output, opened } = readAnswer({ provider, operation, endpoint, input, call }, response);
      const answer = {
        value: wrapCursors(output, { provider: provider.id, endpoint: endpoint.path }),
        at: response.at,
        provider: provider.id,
        endpoint: endpoint.path,
        cacheUrl: opened.cacheUrl,
      };
      // First of all: should this life end in the next line, it is not paid for twice.
      await question.keep?.(answer);
      await close(ports, question, entry, {
        outcome: 'ok',
        status: response.status,
        billed: opened.billed && !isFree,
        ...(opened.requestId === undefined ? {} : { requestId: opened.requestId }),
      });
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      const billed = thrown.failure.billed && !isFree;
      const error = thrown.with({ provider: provider.id, operation, billed });
      const { kind, status, requestId, reason } = error.failure;
      question.tally.failed.push(error.failure);
      await close(ports, question, entry, {
        outcome: kind,
        billed,
        ...(status === undefined ? {} : { status }),
        ...(requestId === undefined ? {} : { requestId }),
        ...(reason === undefined ? {} : { reason }),
      });
      throw error;
    }
  };
}

type End = Pick<LedgerEntry, 'outcome' | 'billed' | 'status' | 'requestId' | 'reason'>;

/** That the end could not be written (a full disk) takes nothing from an answer that is paid for. */
async function close(ports: SendPorts, question: AimedQuestion, entry: LedgerEntry, end: End): Promise<void> {
  const { tally, reservation } = question;
  const { price } = entry;
  if (end.billed) {
    tally.billedCalls += 1;
    if (price) tally.cost = addPrice(tally.cost, price);
    else tally.hasUnknownPrice = true;
  }
  const closed: LedgerEntry = omitUndefined({
    ...entry,
    ...end,
    reason: end.reason,
    price: end.billed ? price : undefined,
    durationMs: ports.clock.now() - entry.at,
  });
  await ports.ledger.close(closed, reservation).catch(ports.onAside);
}
