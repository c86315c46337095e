import type { ProviderKeyName, ProviderName, Replica } from '../../replica/types';
import type { EvaluateInExtension } from '../../support/extension-storage';
import { askBackground, demandOfBackground } from './ask-background';
import type { BackgroundAnswer, RunSeen } from './ask-background';

/** Vendors' accounts: which of the replica's keys is pasted for whom. */
export type Keys = Partial<Record<ProviderName, ProviderKeyName>>;

/** What journeys ask of providers, through the contract, from one page of the extension. */
export interface ProviderCaller {
  call(name: string, input: object): Promise<BackgroundAnswer>;
  demand<Value>(name: string, input: object): Promise<Value>;
  /** Asks for a note; the user has agreed to what it costs. */
  enrich(noteId: string): Promise<BackgroundAnswer>;
  /** The same where somebody answers: how it went. */
  enrichWell(noteId: string): Promise<RunSeen>;
  /** Changes settings of providers, and leaves the others as they are. */
  change(patch: object): Promise<void>;
  /** What is told of one family's key, balance and series. */
  describe(family: ProviderName): Promise<FamilySeen>;
}

export interface FamilySeen {
  readonly family: ProviderName;
  readonly state: string;
  readonly maskedKey?: string;
  readonly out?: { readonly failure: { readonly kind: string; readonly status?: number } };
  readonly lastFailure?: { readonly failure: { readonly kind: string } };
  readonly balance?: { readonly amount?: number };
  readonly used: { readonly today: number; readonly thisMonth: number; readonly thisMinute: number };
  readonly spentToday: Readonly<Record<string, number>>;
}

export function createProviderCaller(evaluate: EvaluateInExtension): ProviderCaller {
  const call = (name: string, input: object) => askBackground(evaluate, name, input);
  const demand = <Value>(name: string, input: object) => demandOfBackground<Value>(evaluate, name, input);
  return {
    call,
    demand,
    enrich: (noteId) => call('note.enrich', { noteId, agreed: true }),
    enrichWell: async (noteId) => {
      const { runs } = await demand<{ runs: RunSeen[] }>('note.enrich', { noteId, agreed: true });
      const [run] = runs;
      if (!run) throw new Error('Nobody says how it went.');
      return run;
    },
    change: async (patch) => {
      const settings = await demand<{ providers: object }>('settings.change', { patch: {} });
      await demand('settings.change', { patch: { providers: { ...settings.providers, ...patch } } });
    },
    describe: async (family) => {
      const found = (await demand<FamilySeen[]>('provider.list', {})).find((one) => one.family === family);
      if (!found) throw new Error(`Nothing is told of ${family}.`);
      return found;
    },
  };
}

/** Agrees to everything and pastes keys, without the pages for it; resolves when both are stored. */
export async function prepareProviders(
  evaluate: EvaluateInExtension,
  replica: Replica,
  keys: Keys,
): Promise<ProviderCaller> {
  const caller = createProviderCaller(evaluate);
  const capture = { notes: true, authors: true, feeds: false, searches: false, notifications: false };
  await caller.demand('consent.answer', { agreed: true, capture });
  for (const [family, name] of Object.entries(keys) as [ProviderName, ProviderKeyName][]) {
    const key = replica.providerKey(family, name).value;
    await caller.demand('credential.save', { family, key, region: 'world' });
  }
  return caller;
}
