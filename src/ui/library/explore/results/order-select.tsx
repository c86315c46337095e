import { useTexts } from '../../../text-context';
import { USUAL_ORDERS, type RowOrder } from '../rows/row-order';

/** The orders people look for, by name; others are chosen by the table's headers. */
export function OrderSelect({
  kind,
  order,
  onOrder,
}: {
  kind: keyof typeof USUAL_ORDERS;
  order: RowOrder | undefined;
  onOrder: (order: RowOrder | undefined) => void;
}) {
  const { t } = useTexts();
  const names = Object.entries(USUAL_ORDERS[kind]) as [
    'likes' | 'collects' | 'comments' | 'published' | 'fans',
    string,
  ][];
  const current = names.find(([, column]) => column === order?.column && order.direction === 'down')?.[0];
  return (
    <select
      class="select select-small"
      aria-label={t('explore.order')}
      value={current ?? 'found'}
      onChange={(event) => {
        const column = names.find(([name]) => name === event.currentTarget.value)?.[1];
        onOrder(column === undefined ? undefined : { column, direction: 'down' });
      }}
    >
      <option value="found" selected={current === undefined}>
        {t('explore.order-found')}
      </option>
      {names.map(([name]) => (
        <option key={name} value={name} selected={name === current}>
          {t(`explore.order-${name}`)}
        </option>
      ))}
    </select>
  );
}
