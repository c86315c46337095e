import { toRecord } from '../parse-body';

/**
 * A profile as one object: some answers put who it is into `basic_info`, beside `interactions` and `tags`, others have all
 * of it flat (JustOneAPI user v3 and TikHub Web V2, public clients, 2025 to 2026).
 */
export function flattenProfile(payload: unknown): unknown {
  const row = toRecord(payload);
  const basic = toRecord(row?.['basic_info']);
  return basic ? { ...row, ...basic } : payload;
}
