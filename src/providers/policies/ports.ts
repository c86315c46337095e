import type { Credential } from '../../model/providers/credential';
import type { ProviderMemory } from '../../model/providers/kept/provider-memory';
import type { ProviderFamily } from '../../model/providers/provider.catalog';
import type { ProviderSettings } from '../../model/providers/provider-settings';
import type { Clock } from '../clock';
import type { Ledger } from '../costs/ledger';
import type { Http } from '../http';
import type { Provider } from '../provider';
import type { KeptAnswers } from './cached';
import type { PaceStore } from './pacer';

/** What is remembered of providers, changed in turn. */
export interface MemoryPort {
  read(): Promise<ProviderMemory>;
  change(make: (before: ProviderMemory) => ProviderMemory): Promise<void>;
}

/** Everything that reaches outside of `providers`, handed in. */
export interface GatewayPorts {
  readonly providers: readonly Provider[];
  readonly clock: Clock;
  readonly http: Http;
  readonly settings: () => Promise<ProviderSettings>;
  /** The family's key; `locked` while it is sealed. */
  readonly findCredential: (family: ProviderFamily) => Promise<Credential | 'locked' | undefined>;
  /** Whether the browser lets us on the family's hosts. */
  readonly hasAccess: (family: ProviderFamily) => Promise<boolean>;
  readonly memory: MemoryPort;
  readonly ledger: Ledger;
  readonly kept: KeptAnswers;
  readonly pace: PaceStore;
  /** Told of every endpoint on whose price an estimate or a call relies, so that the price can be kept up beside it. */
  readonly onPriceUsed: (endpoint: string, family: ProviderFamily) => void;
  /** Keeps the worker alive until the task is over. */
  readonly keepAwake: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** What went wrong beside an answer that is good all the same (it could not be kept). */
  readonly onAside: (thrown: unknown) => void;
}
