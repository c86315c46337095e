import { Moment } from '../../../content/moment';
import { RemoteImage } from '../../../content/remote-image';
import { formatCount } from '../../../format/format-count';
import { toNoteTitle } from '../../../format/to-note-title';
import { Icon } from '../../../icons/icon';
import { useTexts, type Texts } from '../../../text-context';
import { ListTable, type TableColumn } from '../../lists/list-table';
import type { FoundNote } from '../state/found-row';
import { RowCheckbox, type RowChoice } from './row-checkbox';
import type { RowOrder } from '../rows/row-order';
import { toFoundNoteUrl } from '../rows/to-site-url';

export interface FoundTableProps<Row> {
  readonly rows: readonly Row[];
  readonly choiceOf: (row: Row) => RowChoice;
  readonly order: RowOrder | undefined;
  readonly onOrder: (order: RowOrder) => void;
}

const COUNTS = ['likes', 'collects', 'comments', 'shares'] as const;

/** Notes that were found, as a table. */
export function NoteTable({ rows, choiceOf, order, onOrder }: FoundTableProps<FoundNote>) {
  const texts = useTexts();
  const { t, language } = texts;
  const sortable = (id: string, first: 'up' | 'down') => ({
    label: t(`explore.column-${id as 'title'}`),
    sorted: order?.column === id ? order.direction : undefined,
    onSort: () =>
      onOrder({
        column: id,
        direction: order?.column !== id ? first : order.direction === 'up' ? 'down' : 'up',
      }),
  });
  const columns: TableColumn<FoundNote>[] = [
    {
      id: 'choice',
      label: t('explore.select-all'),
      isBare: true,
      draw: (row) => <RowCheckbox choice={choiceOf(row)} name={nameOf(row, texts)} />,
    },
    { id: 'cover', label: t('explore.column-cover'), isBare: true, draw: (row) => <Cover row={row} /> },
    { id: 'title', ...sortable('title', 'up'), draw: (row) => <Title row={row} /> },
    {
      id: 'author_name',
      ...sortable('author_name', 'up'),
      draw: ({ note }) => <span class="table-name cut">{note.fields.author?.nickname}</span>,
    },
    ...COUNTS.map((id): TableColumn<FoundNote> => ({
      id,
      isNumber: true,
      ...sortable(id, 'down'),
      draw: ({ note }) => {
        const count = note.counts[id];
        return count ? formatCount(count, language) : <span class="faint">{'\u2013'}</span>;
      },
    })),
    {
      id: 'published_at',
      ...sortable('published_at', 'down'),
      draw: ({ note }) => note.fields.publishedAt !== undefined && <Moment at={note.fields.publishedAt} />,
    },
    { id: 'place', ...sortable('place', 'up'), draw: ({ note }) => note.fields.place },
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

const nameOf = (row: FoundNote, { t }: Texts) => toNoteTitle(row.note.fields) ?? t('note.untitled');

function Cover({ row: { note } }: { row: FoundNote }) {
  const cover = note.fields.images?.[0] ?? note.fields.cover;
  const icon = note.fields.type === 'video' ? 'video' : 'image';
  return (
    <span class="note-line-cover table-cover">
      <RemoteImage
        urls={[cover?.previewUrl, cover?.url]}
        alt=""
        fallback={
          <span class="media-empty">
            <Icon name={icon} size={15} />
          </span>
        }
      />
    </span>
  );
}

function Title({ row }: { row: FoundNote }) {
  const texts = useTexts();
  const name = nameOf(row, texts);
  const url = toFoundNoteUrl(row.note);
  if (url === undefined) return <span class="table-title cut-2">{name}</span>;
  return (
    <a
      class="table-title cut-2"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={texts.t('explore.open-note', { name })}
    >
      {name}
    </a>
  );
}
