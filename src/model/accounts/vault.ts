import * as z from 'zod/mini';
import { credentialSchema } from '../providers/credential';
import { PROVIDER_FAMILIES } from '../providers/provider.catalog';
import { savedLoginsSchema } from './saved-account';

/** Everything secret that is kept: keys of providers, saved logins of the site. */
export const vaultContentSchema = z.object({
  credentials: z.array(credentialSchema),
  logins: z.optional(savedLoginsSchema),
});

export type VaultContent = z.infer<typeof vaultContentSchema>;

/** How it lies in trusted storage: as it is, or sealed with a passphrase. Binary parts are base64. */
export const storedVaultSchema = z.discriminatedUnion('isSealed', [
  z.extend(vaultContentSchema, { isSealed: z.literal(false) }),
  z.object({
    isSealed: z.literal(true),
    /** Whose keys are inside, so that it can be said that they are there. */
    families: z.array(z.enum(PROVIDER_FAMILIES)),
    /** The browser's own login lies aside inside: whoever gives the seal up loses it. */
    holdsOwnLogin: z.optional(z.boolean()),
    salt: z.string(),
    iterations: z.number(),
    iv: z.string(),
    sealed: z.string(),
  }),
]);

export type StoredVault = z.infer<typeof storedVaultSchema>;
export type SealedVault = Extract<StoredVault, { isSealed: true }>;

/** What a seal holds; before logins could be saved it was the list of keys alone. */
export const sealedTextSchema = z.union([vaultContentSchema, z.array(credentialSchema)]);
