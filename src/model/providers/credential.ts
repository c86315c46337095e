import * as z from 'zod/mini';
import { PROVIDER_FAMILIES } from './provider.catalog';

/** What is needed to call a family. Lives in trusted storage only, sealed when the user has set a passphrase. */
export const credentialSchema = z.object({
  family: z.enum(PROVIDER_FAMILIES),
  key: z.string().check(z.minLength(4), z.maxLength(500), z.regex(/^[\x21-\x7e]+$/)),
  region: z.enum(['world', 'china']),
  /** Parse.bot: whose scraper, and which version of it. */
  scraperId: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
  snapshotVersion: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
  /** Parse.bot: the plan, which sets calls a minute and credits a month. */
  plan: z.optional(z.enum(['free', 'hobby', 'developer'])),
  savedAt: z.number(),
});

export type Credential = z.infer<typeof credentialSchema>;

/** What pages of the extension may know of a key: its last four characters. */
export function maskKey(key: string): string {
  return key.length < 8 ? '••••' : `••••${key.slice(-4)}`;
}
