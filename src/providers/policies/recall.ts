import { ProviderError } from '../../model/providers/provider-error';
import { FAMILIES } from '../../model/providers/provider.catalog';
import { TIMEOUT_MS } from '../limits.catalog';
import { wrapCursors } from '../pages/page-cursor';
import type { Provider } from '../provider';
import { readAnswer } from '../read-answer';
import type { OperationName } from '../../model/providers/operation';
import type { LedgerEntry } from '../../model/providers/ledger';
import type { Answer, Question } from './call';
import type { KeptAnswer } from './cached';
import { findDoors, toOwnInput } from '../targets/find-doors';
import type { GatewayPorts } from './ports';

type RecallPorts = Pick<GatewayPorts, 'providers' | 'http' | 'clock' | 'ledger' | 'onAside'>;

/**
 * Reads an answer again where the vendor keeps it for free. The address is a secret that opens the answer to anybody:
 * no key goes with it, it is only followed to the vendor's own host, and no entry or error knows it. `undefined` when it
 * could not be read; then it is asked anew.
 */
export function createRecall(ports: RecallPorts) {
  return async (question: Question, kept: KeptAnswer): Promise<Answer | undefined> => {
    const { provider, endpoint } = findDoor(ports.providers, question.operation, kept);
    if (!provider || !endpoint || !isOwnHost(kept.cacheUrl, provider)) return undefined;
    const { operation, terms } = question;
    const { input } = toOwnInput(question.input);
    const at = ports.clock.now();
    const note = (end: Pick<LedgerEntry, 'outcome'>) =>
      ports.ledger
        .note({
          at,
          runId: terms.runId,
          ...(terms.jobId === undefined ? {} : { jobId: terms.jobId }),
          family: provider.family,
          provider: provider.id,
          operation,
          endpoint: endpoint.path,
          durationMs: ports.clock.now() - at,
          cached: 'vendor',
          billed: false,
          ...end,
        })
        .catch(ports.onAside);
    try {
      const response = await ports.http(
        { url: kept.cacheUrl ?? '', headers: { accept: 'application/json' } },
        { timeoutMs: TIMEOUT_MS[provider.family], signal: terms.signal },
      );
      const call = { path: endpoint.path, query: {} };
      const { output } = readAnswer({ provider, operation, endpoint, input, call }, response);
      await note({ outcome: 'ok' });
      const value = wrapCursors(output, { provider: provider.id, endpoint: endpoint.path });
      return { ...kept, value, cached: 'vendor' };
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      await note({ outcome: thrown.kind });
      if (thrown.kind === 'cancelled') throw thrown;
      return undefined;
    }
  };
}

function findDoor(providers: readonly Provider[], operation: OperationName, kept: KeptAnswer) {
  const provider = providers.find(({ id }) => id === kept.provider);
  const doors = provider ? findDoors(provider, operation) : [];
  return { provider, endpoint: doors.find(({ path }) => path === kept.endpoint) };
}

function isOwnHost(url: string | undefined, { family }: Provider): boolean {
  return url !== undefined && URL.canParse(url) && FAMILIES[family].otherHosts.includes(new URL(url).origin);
}
