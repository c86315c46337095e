import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../../icons/icon';
import { useTallTable } from './use-tall-table';

export interface TableColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** The header is drawn for screen readers only. */
  readonly isBare?: boolean;
  readonly isNumber?: boolean;
  /** Absent: the table cannot be sorted by it. */
  readonly onSort?: () => void;
  readonly sorted?: 'up' | 'down' | undefined;
  readonly draw: (row: Row) => ComponentChildren;
}

export interface ListTableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isChosen?: (row: Row) => boolean;
}

/**
 * A table that scrolls sideways by itself where the window is narrow; its headers sort it. Of many rows only those on
 * screen are in the document.
 */
export function ListTable<Row>({ label, columns, rows, keyOf, isChosen }: ListTableProps<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const { isTall, from, to, above, below, widths } = useTallTable(table, rows.length);
  return (
    <div class="table-box" role="region" aria-label={label} tabIndex={0}>
      <table
        ref={table}
        class={isTall ? `table table-tall${widths ? ' table-fixed' : ''}` : 'table'}
        {...(isTall ? { 'aria-rowcount': rows.length + 1 } : {})}
      >
        {widths && (
          <colgroup>
            {columns.map((column, index) => (
              <col key={column.id} style={{ width: `${widths[index] ?? 0}px` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class={column.isNumber ? 'table-number' : undefined}
                aria-sort={toAriaSort(column)}
              >
                {column.onSort ? (
                  <button type="button" class="table-sort" onClick={column.onSort}>
                    {column.label}
                    {column.sorted && (
                      <Icon name={column.sorted === 'up' ? 'arrow-up' : 'arrow-down'} size={12} />
                    )}
                  </button>
                ) : (
                  <span class={column.isBare ? 'unseen' : undefined}>{column.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={columns.length} />}
          {rows.slice(from, to).map((row, index) => (
            <tr
              key={keyOf(row)}
              class={isChosen?.(row) ? 'table-on' : undefined}
              {...(isTall ? { 'aria-rowindex': from + index + 2 } : {})}
            >
              {columns.map((column) => (
                <td key={column.id} class={column.isNumber ? 'table-number' : undefined}>
                  {column.draw(row)}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <Gap height={below} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** As high as the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr class="table-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function toAriaSort(column: { onSort?: unknown; sorted?: 'up' | 'down' | undefined }) {
  if (!column.onSort) return undefined;
  if (!column.sorted) return 'none' as const;
  return column.sorted === 'up' ? ('ascending' as const) : ('descending' as const);
}
