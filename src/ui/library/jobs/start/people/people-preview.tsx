import { useTexts, type Texts } from '../../../../text-context';
import { countColumns, type PeopleRows, type PeopleTable } from './read-people-list';

const FIRST_ROWS = 5;
const NAMED_ROWS = 20;

/** What a column is called: its own name, else its number. */
export const toColumnName = ({ columns }: PeopleTable, index: number, { t }: Texts): string =>
  columns[index]?.trim() || t('starting.people-column', { number: index + 1 });

/** How a table begins, with the column that names people marked. */
export function PeoplePreview({ table, column }: { table: PeopleTable; column: number }) {
  const texts = useTexts();
  const { t } = texts;
  const columns = Array.from({ length: countColumns(table) }, (_, index) => index);
  const kind = (index: number) => (index === column ? 'people-chosen' : undefined);
  return (
    <div class="people-preview" tabIndex={0} role="region" aria-label={t('starting.people-preview')}>
      <table>
        <thead>
          <tr>
            {columns.map((index) => (
              <th key={index} scope="col" class={kind(index)}>
                {toColumnName(table, index, texts)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, FIRST_ROWS).map((row, at) => (
            <tr key={at}>
              {columns.map((index) => (
                <td key={index} class={kind(index)}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many people are named, and which rows name nobody. */
export function PeopleCount({ read }: { read: PeopleRows }) {
  const { t } = useTexts();
  const { rows, people, bad } = read;
  return (
    <>
      <p class="small" role="status">
        {t('starting.people-count', { people, rows: rows.length })}
      </p>
      {bad.length > 0 && (
        <details class="disclosure people-bad" open={people === 0}>
          <summary>{t('starting.people-bad', { count: bad.length })}</summary>
          <p class="small soft">{t('starting.people-bad-hint')}</p>
          <ul class="small">
            {bad.slice(0, NAMED_ROWS).map(({ row, cell }) => (
              <li key={row}>
                {cell === ''
                  ? t('starting.people-bad-empty', { row })
                  : t('starting.people-bad-row', { row, cell: cell.slice(0, 80) })}
              </li>
            ))}
            {bad.length > NAMED_ROWS && (
              <li>{t('starting.people-bad-more', { count: bad.length - NAMED_ROWS })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}
