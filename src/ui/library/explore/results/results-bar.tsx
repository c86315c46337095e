import { Button } from '../../../controls/button';
import { CollectButton } from '../../../jobs/collect/collect-button';
import type { CollectSubject } from '../../../jobs/collect/collect-subject';
import { Segmented } from '../../../controls/segmented';
import { useTexts } from '../../../text-context';
import { useSaveList } from '../../lists/use-save-list';
import type { FoundRow } from '../state/found-row';
import type { ResultsView } from './results';
import { OrderSelect } from './order-select';
import { SaveButton, toParcels } from './save-button';
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
      <SaveButton parcels={toParcels(wanted)} />
      {isNotes && <CollectButton subject={toListed(wanted)} />}
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

const toListed = (rows: readonly FoundRow[]): CollectSubject => ({
  kind: 'listed',
  notes: rows.flatMap((row) => {
    if (row.kind !== 'note') return [];
    const { noteId, token } = row.note;
    return [{ noteId, ...(token === undefined ? {} : { xsecToken: token.xsecToken }) }];
  }),
});
