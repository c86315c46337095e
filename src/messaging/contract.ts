import type * as z from 'zod/mini';

/** One call. `once`: done twice it would do two things, so it is sent again only where nobody heard it. */
export interface ContractEntry {
  readonly input: z.core.$ZodType;
  readonly output: z.core.$ZodType;
  readonly once?: true;
}

/** A direction of messages: name → what goes in and what comes out. */
export type Contract = Readonly<Record<string, ContractEntry>>;

export type Input<C extends Contract, Name extends keyof C> = z.core.output<C[Name]['input']>;
export type Output<C extends Contract, Name extends keyof C> = z.core.output<C[Name]['output']>;

/** Who asked, as the guard of the direction found out. */
export interface Caller {
  /** The tab, where a page of the site or a page of ours in a tab asked. */
  readonly tabId: number | undefined;
  readonly windowId: number | undefined;
  /** Firefox, where containers may be used: the one in which the tab stands; absent: in none. */
  readonly container?: string | undefined;
  /** Address of the asking document. */
  readonly url: string;
}

/** One function for every entry: the compiler demands them all. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (input: Input<C, Name>, caller: Caller) => Promise<Output<C, Name>>;
};
