import { formatCount } from '../../../format/format-count';
import { useTexts } from '../../../text-context';
import { ListTable, type TableColumn } from '../../lists/list-table';
import type { FoundAuthor } from '../state/found-row';
import type { FoundTableProps } from './note-table';
import { RowCheckbox } from './row-checkbox';
import { toFoundAuthorUrl } from '../rows/to-site-url';

const COUNTS = [
  ['fans', 'fans'],
  ['notes', 'notes'],
  ['follows', 'follows'],
  ['liked_and_collected', 'likedAndCollected'],
] as const;

/** People who were found, as a table. */
export function AuthorTable({ rows, choiceOf, order, onOrder }: FoundTableProps<FoundAuthor>) {
  const { t, language } = useTexts();
  const sortable = (id: string, first: 'up' | 'down') => ({
    label: t(`explore.column-${id as 'title'}`),
    sorted: order?.column === id ? order.direction : undefined,
    onSort: () =>
      onOrder({
        column: id,
        direction: order?.column !== id ? first : order.direction === 'up' ? 'down' : 'up',
      }),
  });
  const nameOf = ({ author }: FoundAuthor) => author.fields.nickname ?? t('note.author-unknown');
  const columns: TableColumn<FoundAuthor>[] = [
    {
      id: 'choice',
      label: t('explore.select-all'),
      isBare: true,
      draw: (row) => <RowCheckbox choice={choiceOf(row)} name={nameOf(row)} />,
    },
    {
      id: 'author_name',
      ...sortable('author_name', 'up'),
      draw: (row) => <AuthorName row={row} name={nameOf(row)} />,
    },
    {
      id: 'red_id',
      ...sortable('red_id', 'up'),
      draw: ({ author }) => <span class="mono">{author.fields.redId}</span>,
    },
    ...COUNTS.map(([id, field]): TableColumn<FoundAuthor> => ({
      id,
      isNumber: true,
      ...sortable(id, 'down'),
      draw: ({ author }) => {
        const count = author.counts[field];
        return count ? formatCount(count, language) : <span class="faint">{'\u2013'}</span>;
      },
    })),
    {
      id: 'desc',
      ...sortable('desc', 'up'),
      draw: ({ author }) => <span class="table-title cut-2">{author.fields.desc}</span>,
    },
  ];
  return (
    <ListTable
      label={t('explore.view-table')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      isChosen={(row) => choiceOf(row).isOn}
    />
  );
}

function AuthorName({ row: { author }, name }: { row: FoundAuthor; name: string }) {
  const url = toFoundAuthorUrl(author.id, author.fields.xsecToken);
  if (url === undefined) return <span class="table-name cut">{name}</span>;
  return (
    <a class="table-name cut" href={url} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
