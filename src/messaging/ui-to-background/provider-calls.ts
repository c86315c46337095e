import * as z from 'zod/mini';
import { authorIdSchema, authorSightingSchema } from '../../model/author';
import { noteSightingSchema } from '../../model/note';
import { pageRefSchema } from '../../model/page-ref';
import { credentialSchema } from '../../model/providers/credential';
import { operationInputs, operationNameSchema } from '../../model/providers/operation';
import { PAGE_BREAKS } from '../../model/providers/operation-output';
import { PROVIDER_FAMILIES, PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { familyStateSchema } from '../../model/providers/provider-state';
import { estimateSchema, runReportSchema } from '../../model/providers/run';
import { topicPageSchema } from '../../model/providers/topic-page';
import { observationSchema } from '../../model/values/observation';

const nothing = z.object({});
const family = z.object({ family: z.enum(PROVIDER_FAMILIES) });
const passphrase = z.object({ passphrase: z.string().check(z.minLength(8), z.maxLength(500)) });
/** `agreed`: the user has seen what it may cost and pressed the button. Budgets hold all the same. */
const agreed = { agreed: z.boolean() };
const run = { run: runReportSchema };
const next = { nextCursor: z.optional(z.string()), brokenOff: z.optional(z.enum(PAGE_BREAKS)) };

/** What pages of the extension may ask that concerns providers. No answer ever holds a key. */
export const providerCalls = {
  /** Every family with its series, state, limits and balance. */
  'provider.list': { input: nothing, output: z.array(familyStateSchema) },
  /** Saves a key, in place of the family's earlier one. `provider-access-withheld` without the browser's leave for its hosts. */
  'credential.save': { input: z.omit(credentialSchema, { savedAt: true }), output: familyStateSchema },
  /** Changes what stands beside the key; `null` takes it away. */
  'credential.change': {
    input: z.object({
      family: z.enum(PROVIDER_FAMILIES),
      patch: z.partial(
        z.object({
          region: credentialSchema.shape.region,
          scraperId: z.nullable(credentialSchema.shape.scraperId),
          snapshotVersion: z.nullable(credentialSchema.shape.snapshotVersion),
          plan: z.nullable(credentialSchema.shape.plan),
        }),
      ),
    }),
    output: familyStateSchema,
  },
  /** Asks the vendor with the cheapest call that proves the key; answers what is known then, and whether it took the key. */
  'credential.test': {
    input: z.extend(family, agreed),
    output: z.object({ state: familyStateSchema, passed: z.boolean() }),
    once: true,
  },
  'credential.remove': { input: family, output: familyStateSchema },
  /** Asks again what was taken out or rests: the user says that it is mended. */
  'provider.retry': {
    input: z.extend(family, { provider: z.optional(z.enum(PROVIDER_IDS)) }),
    output: familyStateSchema,
  },
  /**
   * Whether keys and logins are sealed with a passphrase, and whether they can be used now. `holdsOwnLogin`: the browser's
   * own login lies aside in there, while another one is being added.
   */
  'vault.find': {
    input: nothing,
    output: z.object({ isSealed: z.boolean(), isLocked: z.boolean(), holdsOwnLogin: z.boolean() }),
  },
  'vault.seal': { input: passphrase, output: nothing },
  /** `passphrase-wrong` when it is. */
  'vault.unlock': { input: passphrase, output: nothing },
  'vault.lock': { input: nothing, output: nothing },
  /** Takes the seal off for good. */
  'vault.unseal': { input: passphrase, output: nothing },
  /** Removes everything that is sealed for good, and the seal: the way on when the passphrase is forgotten. */
  'vault.discard': { input: nothing, output: nothing },
  /** What a question will cost; asks nobody. `calls`: how many such calls, 1 unless said. */
  'operation.estimate': {
    input: z.object({
      operation: operationNameSchema,
      input: z.record(z.string(), z.unknown()),
      calls: z.optional(z.number()),
    }),
    output: estimateSchema,
  },
  /** Asks a provider for what is not known of a note (counts, place, video) and stores it; see `note.changed`. */
  'note.enrich': {
    input: z.object({ noteId: z.string(), ...agreed }),
    output: z.object({ runs: z.array(runReportSchema) }),
    once: true,
  },
  /** The same for a person's profile; see `author.changed`. */
  'author.enrich': {
    input: z.object({ authorId: authorIdSchema, ...agreed }),
    output: z.object({ runs: z.array(runReportSchema) }),
    once: true,
  },
  /**
   * Where a short link leads, as a provider says, without opening it: the page of a note or of a person. `nothing-found`
   * when it leads elsewhere. Nothing of it is kept.
   */
  'link.resolve': {
    input: z.extend(operationInputs['link.resolve'], agreed),
    output: z.object({ ref: pageRefSchema, ...run }),
    once: true,
  },
  /** A page of a list of notes. Nothing of it is kept unless it is saved. */
  'explore.notes': {
    input: z.extend(
      z.object({
        wanted: z.discriminatedUnion('operation', [
          z.object({ operation: z.literal('search.notes'), input: operationInputs['search.notes'] }),
          z.object({ operation: z.literal('author.notes'), input: operationInputs['author.notes'] }),
          z.object({ operation: z.literal('author.faved'), input: operationInputs['author.faved'] }),
          z.object({ operation: z.literal('topic.notes'), input: operationInputs['topic.notes'] }),
        ]),
      }),
      agreed,
    ),
    output: z.object({ notes: z.array(noteSightingSchema), ...next, ...run }),
    once: true,
  },
  'explore.authors': {
    input: z.extend(operationInputs['search.authors'], agreed),
    output: z.object({ authors: z.array(authorSightingSchema), ...next, ...run }),
    once: true,
  },
  'explore.author': {
    input: z.extend(operationInputs['author.profile'], agreed),
    output: z.object({ author: authorSightingSchema, ...run }),
    once: true,
  },
  'explore.topic': {
    input: z.extend(operationInputs['topic.detail'], agreed),
    output: z.object({ topic: topicPageSchema, ...run }),
    once: true,
  },
  /** Keeps what was found, with where it was found: notes, people, a topic's page. Answers how many of them are kept. */
  'library.save': {
    input: z.object({
      notes: z.optional(z.array(noteSightingSchema)),
      authors: z.optional(z.array(authorSightingSchema)),
      topic: z.optional(topicPageSchema),
      observation: observationSchema,
    }),
    output: z.object({ saved: z.number() }),
  },
} as const;
