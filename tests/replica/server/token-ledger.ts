import { createHmac } from 'node:crypto';
import type { TokenCheck } from '../page-contract';

export interface TokenLedger {
  /** A fresh token for a note or a user; `CB…` where the source is a share link of the app. */
  issue(id: string, source: string): string;
  issueExpired(id: string): string;
  check(id: string, token: string | undefined): TokenCheck;
  tokensOf(id: string): readonly { token: string; source: string }[];
}

interface Entry {
  readonly id: string;
  readonly expired: boolean;
}

/**
 * Tokens as the site makes them: 46 characters, `AB` (web) or `CB` (app share), base64url letters, `=` at the end; each
 * belongs to one object, and the same object has another one in every response (saved note pages, 2025-12).
 */
export function createTokenLedger(seed: number): TokenLedger {
  const entries = new Map<string, Entry>();
  const issued = new Map<string, { token: string; source: string }[]>();
  let serial = 0;
  const make = (id: string, prefix: 'AB' | 'CB', expired: boolean): string => {
    serial += 1;
    const body = createHmac('sha256', `replica ${seed}`).update(`${id} ${serial}`).digest('base64url');
    const token = `${prefix}${body}=`;
    entries.set(token, { id, expired });
    return token;
  };
  return {
    issue: (id, source) => {
      const token = make(id, source === 'app_share' ? 'CB' : 'AB', false);
      const list = issued.get(id);
      if (list === undefined) issued.set(id, [{ token, source }]);
      else list.push({ token, source });
      return token;
    },
    issueExpired: (id) => make(id, 'AB', true),
    check: (id, token) => {
      if (token === undefined || token === '') return 'missing';
      const entry = entries.get(token);
      if (entry === undefined || entry.id !== id) return 'foreign';
      return entry.expired ? 'expired' : 'valid';
    },
    tokensOf: (id) => [...(issued.get(id) ?? [])],
  };
}
