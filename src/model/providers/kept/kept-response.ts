import type { ProviderId } from '../provider.catalog';

/** A provider's answer, kept so that it is not paid for twice. Never leaves trusted storage. */
export interface KeptResponse {
  /** The question, whoever is asked. */
  readonly key: string;
  /** The answer in the model's words; absent once it was pushed out by newer ones. */
  readonly value?: unknown;
  /** When it was true at the source, epoch ms. */
  readonly at: number;
  readonly provider: ProviderId;
  readonly endpoint: string;
  /** Where the vendor gives the same answer again for free. A secret: it opens the answer to anybody. */
  readonly cacheUrl?: string;
  /** About how much room it takes. */
  readonly bytes: number;
}
