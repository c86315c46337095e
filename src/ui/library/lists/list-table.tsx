import type { ComponentChildren } from 'preact';
import { Icon } from '../../icons/icon';

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

/** A table that scrolls sideways by itself where the window is narrow; its headers sort it. */
export function ListTable<Row>({ label, columns, rows, keyOf, isChosen }: ListTableProps<Row>) {
  return (
    <div class="table-box" role="region" aria-label={label} tabIndex={0}>
      <table class="table">
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
          {rows.map((row) => (
            <tr key={keyOf(row)} class={isChosen?.(row) ? 'table-on' : undefined}>
              {columns.map((column) => (
                <td key={column.id} class={column.isNumber ? 'table-number' : undefined}>
                  {column.draw(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toAriaSort(column: { onSort?: unknown; sorted?: 'up' | 'down' | undefined }) {
  if (!column.onSort) return undefined;
  if (!column.sorted) return 'none' as const;
  return column.sorted === 'up' ? ('ascending' as const) : ('descending' as const);
}
