import { useSignal } from '@preact/signals';
import type { RunReport } from '../../../../model/providers/run';
import { Button } from '../../../controls/button';
import { Segmented } from '../../../controls/segmented';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import { useSaveList } from '../../lists/use-save-list';
import type { FoundNote, FoundRow } from '../state/found-row';
import type { ResultsView } from './results';
import { OrderSelect } from './order-select';
import { columnsOf, type RowOrder } from '../rows/row-order';

export interface ResultsBarProps {
  readonly rows: readonly FoundRow[];
  readonly chosen: readonly FoundRow[];
  readonly view: ResultsView;
  readonly onView: (view: ResultsView) => void;
  readonly order: RowOrder | undefined;
  readonly onOrder: (order: RowOrder | undefined) => void;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** What can be done with a list: choose, save, write to a file, look at it another way. Without a choice all are meant. */
export function ResultsBar(props: ResultsBarProps) {
  const { rows, chosen, view, onView, order, onOrder, onChoose } = props;
  const { t } = useTexts();
  const saveList = useSaveList();
  const isAll = chosen.length === rows.length;
  const wanted = chosen.length > 0 ? chosen : rows;
  const isNotes = rows[0]?.kind === 'note';
  const save = (format: 'csv' | 'json') =>
    void saveList(
      {
        name: isNotes ? 'notes' : 'people',
        columns: columnsOf(rows),
        rows: wanted,
        headerOf: (id) => t(`explore.column-${id as 'title'}`),
      },
      format,
    );
  return (
    <div class="results-bar">
      <p class="results-count" role="status">
        {chosen.length > 0
          ? t('explore.selected-count', { count: chosen.length })
          : t('explore.results-count', { count: rows.length })}
      </p>
      <Button
        size="small"
        kind="ghost"
        icon={isAll ? 'close' : 'check'}
        onClick={() => onChoose(isAll ? [] : rows.map((row) => row.id))}
      >
        {t(isAll ? 'explore.select-none' : 'explore.select-all')}
      </Button>
      {isNotes && <SaveButton rows={wanted} />}
      <Button size="small" icon="download" onClick={() => save('csv')}>
        {t('explore.export-csv')}
      </Button>
      <Button size="small" icon="download" onClick={() => save('json')}>
        {t('explore.export-json')}
      </Button>
      <div class="results-view">
        <OrderSelect kind={isNotes ? 'note' : 'author'} order={order} onOrder={onOrder} />
        <Segmented
          label={t('explore.view')}
          value={view}
          options={[
            { value: 'cards', label: t('explore.view-cards') },
            { value: 'table', label: t('explore.view-table') },
          ]}
          onChange={onView}
        />
      </div>
    </div>
  );
}

/** Keeps notes; each page of them with its own source and time. */
function SaveButton({ rows }: { rows: readonly FoundRow[] }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const busy = useSignal(false);
  const keep = async () => {
    busy.value = true;
    const notes = rows.filter((row): row is FoundNote => row.kind === 'note');
    const byRun = new Map<RunReport, FoundNote[]>();
    for (const row of notes) byRun.set(row.run, [...(byRun.get(row.run) ?? []), row]);
    const isSaved = await save(
      Promise.all(
        [...byRun].map(([run, ofRun]) =>
          ports.client('library.save', {
            notes: ofRun.map((row) => row.note),
            observation: { source: run.provider, via: run.endpoint, at: run.at },
          }),
        ),
      ).then((answers) => {
        const count = answers.reduce((sum, answer) => sum + answer.saved, 0);
        toasts.show(t('explore.saved', { count }));
      }),
    );
    busy.value = false;
    return isSaved;
  };
  return (
    <Button size="small" kind="primary" icon="book" busy={busy.value} onClick={() => void keep()}>
      {t('explore.save')}
    </Button>
  );
}
