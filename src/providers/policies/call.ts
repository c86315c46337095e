import type { Credential } from '../../model/providers/credential';
import type { OperationInput, OperationName } from '../../model/providers/operation';
import type { OperationOutput } from '../../model/providers/operation-output';
import type { Amounts } from '../../model/providers/price';
import type { ProviderFamily, ProviderId } from '../../model/providers/provider.catalog';
import type { ProviderFailure } from '../../model/providers/provider-error';
import type { Reservation } from '../costs/ledger';
import type { Endpoint, Provider } from '../provider';

/** On which terms a question is asked. */
export interface CallTerms {
  /** Attempts that serve one question carry one run id. */
  readonly runId: string;
  readonly jobId?: string | undefined;
  /** Most that this job may spend, by currency, where its owner has decided; absent: as the settings say of every job. */
  readonly jobBudget?: Amounts | undefined;
  /** The user has seen what it may cost: an unknown price does not stop it. Budgets hold all the same. */
  readonly agreed: boolean;
  readonly signal?: AbortSignal | undefined;
  /** How old a kept answer may be; absent: as the settings say. */
  readonly maxAgeMs?: number | undefined;
  /** Series that are not asked this time. */
  readonly without?: readonly ProviderId[] | undefined;
  /** The one family that is asked, whatever is known of it: a test of its key. */
  readonly only?: ProviderFamily | undefined;
  /**
   * A look-up by the way, which nobody waits for: it is sent once, never to who rests or is out, and whatever comes of it
   * is remembered of nobody.
   */
  readonly quiet?: boolean | undefined;
}

/** What serving one question has cost so far; every attempt adds to it. */
export interface RunTally {
  /** Under which run the attempts stand in the ledger, where somebody else's answer was waited for. */
  runId?: string;
  billedCalls: number;
  cost: Amounts;
  hasUnknownPrice: boolean;
  readonly failed: ProviderFailure[];
}

/** A question on its way to whoever answers it. */
export interface Question<Name extends OperationName = OperationName> {
  readonly operation: Name;
  readonly input: OperationInput<Name>;
  readonly terms: CallTerms;
  readonly tally: RunTally;
  /** Keeps the answer; called as soon as it is read, before anything else is done with it. Never fails. */
  readonly keep?: (answer: Answer) => Promise<void>;
}

/** Who is asked, through which door. */
export interface Target {
  readonly provider: Provider;
  readonly endpoint: Endpoint<OperationName>;
  readonly credential: Credential;
}

/** A question to one provider; `input` is as that provider understands it. */
export interface AimedQuestion extends Question {
  readonly target: Target;
  /** What was set aside for it. */
  readonly reservation: Reservation;
}

export interface Answer<Name extends OperationName = OperationName> {
  readonly value: OperationOutput<Name>;
  /** When it was true at the source, epoch ms. */
  readonly at: number;
  readonly provider: ProviderId;
  readonly endpoint: string;
  readonly cached?: 'own' | 'vendor' | undefined;
  /** A secret; see `Opened.cacheUrl`. */
  readonly cacheUrl?: string | undefined;
}

/** Every policy is made of one such function and is one. Fails with a `ProviderError`, or an `AppError` that ends it all. */
export type Call<Asked extends Question = Question> = (question: Asked) => Promise<Answer>;

export const createTally = (): RunTally => ({
  billedCalls: 0,
  cost: {},
  hasUnknownPrice: false,
  failed: [],
});
