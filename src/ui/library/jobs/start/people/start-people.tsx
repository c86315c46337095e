import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { SelectField } from '../../../../controls/select-field';
import { Switch } from '../../../../controls/switch';
import { StartLine } from '../../../../jobs/start/start-line';
import { useTexts } from '../../../../text-context';
import { FileDrop } from './file-drop';
import { PeopleCount, PeoplePreview, toColumnName } from './people-preview';
import {
  countColumns,
  guessColumn,
  guessHeader,
  MOST_PEOPLE,
  readPastedPeople,
  toPeopleRows,
  withHeader,
  type PeopleTable,
} from './read-people-list';
import { readTableFile } from './read-table-file';
import '../../../../note/export-report.css';

interface TakenFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Profiles for a list of people: pasted, or of a file of which one column names them. */
export function StartPeople({ onStarted }: { onStarted: (jobId: string) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const text = useSignal('');
  const file = useSignal<TakenFile | undefined>(undefined);
  const hasHeader = useSignal(true);
  const problem = useSignal(false);
  const take = async (taken: File) => {
    problem.value = false;
    try {
      const rows = await readTableFile(taken);
      hasHeader.value = guessHeader(rows);
      file.value = { name: taken.name, rows };
      text.value = '';
    } catch {
      // Too large, or gone from where it was: either way there is no list.
      problem.value = true;
    }
  };
  const table = useMemo(
    () => (file.value ? withHeader(file.value.rows, hasHeader.value) : readPastedPeople(text.value)),
    [file.value, hasHeader.value, text.value],
  );
  return (
    <>
      <p class="small soft">{t('starting.people-hint')}</p>
      <textarea
        class="text-area job-links"
        aria-label={t('starting.people-paste')}
        placeholder={t('starting.people-paste')}
        rows={3}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          file.value = undefined;
        }}
      />
      <FileDrop name={file.value?.name} onFile={(taken) => void take(taken)} />
      {problem.value && (
        <p class="field-problem" role="alert">
          {t('starting.people-file-wrong')}
        </p>
      )}
      {file.value && (
        <Switch
          label={t('starting.people-header')}
          on={hasHeader.value}
          onChange={(on) => (hasHeader.value = on)}
        />
      )}
      {table.rows.length > 0 && (
        <ListedPeople
          key={file.value ? `${file.value.name} ${hasHeader.value}` : 'pasted'}
          table={table}
          name={file.value?.name}
          onStarted={onStarted}
        />
      )}
    </>
  );
}

/** The list as it was read: which column names people, how it begins, what is wrong with it, what it will cost. */
function ListedPeople(props: {
  readonly table: PeopleTable;
  readonly name: string | undefined;
  readonly onStarted: (jobId: string) => void;
}) {
  const { table: whole, name, onStarted } = props;
  const texts = useTexts();
  const { t } = texts;
  const column = useSignal(guessColumn(whole));
  const isCut = whole.rows.length > MOST_PEOPLE;
  const table = useMemo(() => ({ ...whole, rows: whole.rows.slice(0, MOST_PEOPLE) }), [whole]);
  const read = useMemo(() => toPeopleRows(table, column.value), [table, column.value]);
  const width = countColumns(table);
  const columns = Array.from({ length: width }, (_, index) => toColumnName(table, index, texts));
  const title = name ?? t('starting.people-name', { count: read.people });
  return (
    <>
      {width > 1 && (
        <SelectField
          label={t('starting.people-which')}
          value={String(column.value)}
          options={columns.map((label, index) => ({ value: String(index), label }))}
          onChange={(value) => (column.value = Number(value))}
        />
      )}
      {name !== undefined && <PeoplePreview table={table} column={column.value} />}
      <PeopleCount read={read} />
      {isCut && <p class="small job-over">{t('starting.people-most', { count: MOST_PEOPLE })}</p>}
      {read.people > 0 && (
        <StartLine
          wanted={{ kind: 'enrich-authors', input: { columns, rows: read.rows } }}
          title={title}
          label={t('starting.people-go')}
          count={t('starting.people', { count: read.people })}
          onStarted={({ jobId }) => onStarted(jobId)}
        />
      )}
    </>
  );
}
