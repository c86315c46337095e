import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AppError } from '../../../../model/errors';
import type {
  CommentSearch,
  FoundComment,
  FoundSort,
  SearchProgress,
  SearchQuery,
} from '../../../../workers/library/search/types';
import type { Ports } from '../../../shell/ports';
import { createFoundRows } from './create-found-rows';

/** Typing is not over with every letter. */
const TYPING_MS = 250;
const PLAIN: SearchQuery = { text: '', author: '', place: '', note: '' };

export type SearchPatch = { readonly [Field in keyof SearchQuery]?: SearchQuery[Field] | undefined };

export interface SearchStore {
  readonly query: ReadonlySignal<SearchQuery>;
  readonly sort: ReadonlySignal<FoundSort>;
  /** Whether anything is asked for. */
  readonly isAsked: ReadonlySignal<boolean>;
  /** `undefined`: nothing was looked at yet. */
  readonly progress: ReadonlySignal<SearchProgress | undefined>;
  readonly error: ReadonlySignal<AppError | undefined>;
  change(patch: SearchPatch): void;
  setSort(sort: FoundSort): void;
  clear(): void;
  /** Looks no further; what was found stays. */
  stop(): void;
  /** Searches for the same again. */
  again(): void;
  rowAt(index: number): FoundComment | undefined;
  need(index: number): void;
}

/** A search over everything stored; what is found shows while it goes on. */
export function createSearchStore(
  ports: Pick<Ports, 'client'>,
  search: CommentSearch,
  first: SearchPatch,
  until: AbortSignal,
): SearchStore {
  const query = signal<SearchQuery>({ ...PLAIN, ...dropUndefined(first) });
  const sort = signal<FoundSort>('newest');
  const isAsked = computed(() => isAnyAsked(query.value));
  const found = createFoundRows(ports, search, until);
  let typing: ReturnType<typeof setTimeout> | undefined;

  const run = () => (isAsked.peek() ? void found.run(query.peek(), sort.peek()) : found.leave());
  const set = (next: SearchQuery, isTyped: boolean) => {
    query.value = next;
    clearTimeout(typing);
    typing = setTimeout(run, isTyped ? TYPING_MS : 0);
  };
  until.addEventListener('abort', () => clearTimeout(typing), { once: true });
  run();
  return {
    query,
    sort,
    isAsked,
    progress: found.progress,
    error: found.error,
    change: (patch) => set({ ...PLAIN, ...dropUndefined({ ...query.value, ...patch }) }, true),
    setSort(next) {
      sort.value = next;
      void found.sort(next);
    },
    clear: () => set(PLAIN, false),
    stop: () => void found.stop(),
    again: run,
    rowAt: (index) => found.rowAt(index),
    need: (index) => found.need(index),
  };
}

function dropUndefined(patch: SearchPatch): Partial<SearchQuery> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(entries) as Partial<SearchQuery>;
}

function isAnyAsked(query: SearchQuery): boolean {
  return Object.values(query).some((value) => value !== undefined && String(value).trim() !== '');
}
