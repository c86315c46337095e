import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { toAppError, type AppError } from '../../../model/errors';
import type { RunReport } from '../../../model/providers/run';

/** How asking providers for what is missing goes, or went; `gained` is what is no longer missing since. */
export type EnrichState<Gap extends string> =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly runs: readonly RunReport[]; readonly gained: readonly Gap[] }
  | { readonly state: 'failed'; readonly error: AppError };

export interface EnrichStore<Gap extends string> {
  /** Of what is shown now; of something else it is kept until that is shown again. */
  readonly now: ReadonlySignal<EnrichState<Gap>>;
  /** `agreed`: what it may cost was to be seen when the button was pressed. */
  start(agreed: boolean): Promise<void>;
  /** Puts the outcome out of sight. */
  dismiss(): void;
}

export interface EnrichKind<Subject, Gap extends string> {
  readonly toKey: (subject: Subject) => string;
  /** What is missing of it, as stored at this moment. */
  readonly readGaps: (subject: Subject) => Promise<readonly Gap[]>;
  readonly ask: (subject: Subject, agreed: boolean) => Promise<{ runs: readonly RunReport[] }>;
}

const IDLE = { state: 'idle' } as const;

/** Asks providers for what is missing of what is shown; the answer itself comes through the database. */
export function createEnrichStore<Subject, Gap extends string>(
  subject: ReadonlySignal<Subject | undefined>,
  kind: EnrichKind<Subject, Gap>,
): EnrichStore<Gap> {
  const states = signal<Readonly<Record<string, EnrichState<Gap>>>>({});
  const put = (key: string, state: EnrichState<Gap>) => {
    states.value = { ...states.value, [key]: state };
  };
  const run = async (of: Subject, agreed: boolean): Promise<EnrichState<Gap>> => {
    try {
      const before = await kind.readGaps(of);
      const { runs } = await kind.ask(of, agreed);
      const after = new Set(await kind.readGaps(of));
      return { state: 'done', runs, gained: before.filter((gap) => !after.has(gap)) };
    } catch (thrown) {
      return { state: 'failed', error: toAppError(thrown) };
    }
  };
  return {
    now: computed(() => {
      const of = subject.value;
      return (of === undefined ? undefined : states.value[kind.toKey(of)]) ?? IDLE;
    }),
    async start(agreed) {
      const of = subject.peek();
      if (of === undefined) return;
      const key = kind.toKey(of);
      if (states.peek()[key]?.state === 'running') return;
      put(key, { state: 'running' });
      put(key, await run(of, agreed));
    },
    dismiss() {
      const of = subject.peek();
      if (of !== undefined) put(kind.toKey(of), IDLE);
    },
  };
}
