import { randomUUID } from 'node:crypto';
import type { Exchange } from '../server/exchange';
import type { TokenLedger } from '../server/token-ledger';
import type { ProviderCall, ProviderKeyName, ProviderName } from './types';

/** What a vendor knows of a call when it comes in. */
export interface CallHead {
  readonly provider: ProviderName;
  readonly endpoint: string;
  readonly series: string;
  readonly keyName: ProviderKeyName | undefined;
}

export interface CallLog {
  readonly calls: ProviderCall[];
  /** Writes the call down as it arrives; the entry is completed when it is answered. */
  begin(exchange: Exchange, head: CallHead): ProviderCall;
}

/** Parameters that are keys themselves. */
const SECRETS: readonly string[] = ['token', 'sign'];

export function createCallLog(tokens: TokenLedger): CallLog {
  const calls: ProviderCall[] = [];
  return {
    calls,
    begin: (exchange, head) => {
      const call: ProviderCall = {
        at: Date.now(),
        ...head,
        host: exchange.host,
        method: exchange.method,
        path: exchange.path,
        query: toPlainQuery(exchange.query, tokens),
        requestId: randomUUID(),
        status: 0,
        code: undefined,
        billed: false,
        price: 0,
      };
      calls.push(call);
      return call;
    },
  };
}

function toPlainQuery(query: URLSearchParams, tokens: TokenLedger): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of query) {
    if (SECRETS.includes(name)) continue;
    plain[name] =
      name === 'xsec_token' && value !== ''
        ? `<${tokens.check(query.get('note_id') ?? '', value)}>`
        : value.replaceAll(/xsec_token=[^&\s]+/g, 'xsec_token=<token>');
  }
  return plain;
}

/** How many calls were billed, and what they cost together; of one provider or of all. */
export function countBilled(
  calls: readonly ProviderCall[],
  provider: ProviderName | undefined,
): { count: number; price: number } {
  const billed = calls.filter(
    (call) => call.billed && (provider === undefined || call.provider === provider),
  );
  return { count: billed.length, price: roundPrice(billed.reduce((sum, call) => sum + call.price, 0)) };
}

/** Without the dust of binary fractions: six decimals. */
export function roundPrice(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
