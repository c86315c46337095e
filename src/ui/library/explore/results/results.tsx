import { useComputed, useSignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import { ProviderProblem } from '../../../providers/provider-problem';
import type { ExploreStore, Found } from '../state/create-explore-store';
import { createSelection } from '../state/create-selection';
import type { FoundAuthor, FoundNote, FoundRow } from '../state/found-row';
import { AuthorTable } from './author-table';
import { FoundCards } from './found-cards';
import { MoreBar } from './more-bar';
import { NoteTable, type FoundTableProps } from './note-table';
import { ResultsBar } from './results-bar';
import { orderRows, type RowOrder } from '../rows/row-order';

export type ResultsView = 'cards' | 'table';

/** A list that was found: as cards or as a table, in any order, to choose from. */
export function Results({
  found,
  store,
  view,
  onShowNotes,
}: {
  found: Found;
  store: ExploreStore;
  /** Stays as it was chosen when something else is asked. */
  view: Signal<ResultsView>;
  onShowNotes: (userId: string) => void;
}) {
  const { t } = useTexts();
  const { signal: until } = useUi();
  const order = useSignal<RowOrder | undefined>(undefined);
  const selection = useMemo(() => createSelection(), [found.question, until]);
  const rows = orderRows(found.rows, order.value);
  const shownIds = rows.map((row) => row.id);
  const chosen = useComputed(() => selection.ids.value).value;
  const choiceOf = (row: FoundRow) => ({
    isOn: chosen.has(row.id),
    onToggle: (isRange: boolean) => selection.toggle(row.id, shownIds, isRange),
  });
  const table = { choiceOf, order: order.value, onOrder: (next: RowOrder) => (order.value = next) };
  const { error } = store.more.value;
  return (
    <section class="stack" aria-label={t('explore.results')}>
      <ResultsBar
        rows={rows}
        chosen={rows.filter((row) => chosen.has(row.id))}
        view={view.value}
        onView={(next) => (view.value = next)}
        order={order.value}
        onOrder={(next) => (order.value = next)}
        onChoose={(ids) => selection.setAll(ids)}
      />
      {view.value === 'table' ? (
        <FoundTable rows={rows} {...table} />
      ) : (
        <FoundCards rows={rows} choiceOf={choiceOf} onShowNotes={onShowNotes} />
      )}
      {error && <ProviderProblem error={error} onRetry={(agreed) => void store.askMore(agreed)} />}
      <MoreBar found={found} store={store} />
    </section>
  );
}

function FoundTable({ rows, ...table }: FoundTableProps<FoundRow>) {
  const isNotes = (list: readonly FoundRow[]): list is readonly FoundNote[] => list[0]?.kind === 'note';
  if (isNotes(rows)) return <NoteTable rows={rows} {...table} />;
  return <AuthorTable rows={rows as readonly FoundAuthor[]} {...table} />;
}
